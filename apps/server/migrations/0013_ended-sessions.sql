-- Every node hears whose access has changed, once the transaction is committed: a session ended, a role is another, an account was erased.
CREATE FUNCTION tell_changed_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kindred_sessions', OLD.user_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER sessions_tell_end AFTER UPDATE ON sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at OR OLD.expires_at > NEW.expires_at)
  EXECUTE FUNCTION tell_changed_access();--> statement-breakpoint
CREATE TRIGGER sessions_tell_removal AFTER DELETE ON sessions
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND OLD.expires_at > now())
  EXECUTE FUNCTION tell_changed_access();--> statement-breakpoint
CREATE TRIGGER users_tell_access AFTER UPDATE ON users
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role OR OLD.erased_at IS DISTINCT FROM NEW.erased_at)
  EXECUTE FUNCTION tell_changed_access();
