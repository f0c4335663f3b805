-- As in migration 0031. A product that leaves a group, or is deleted from one, tells that group's number too: what the group is found by
-- changes with it.
CREATE OR REPLACE FUNCTION search_follows_products() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rewritten integer[];
  touched integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(product_id) INTO rewritten FROM after_rows WHERE is_listed;
    touched := rewritten;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(a.product_id) FILTER (WHERE
        (a.is_listed, a.title, a.brand, a.color, a.category_id, a.main_category, a.features, a.description) IS DISTINCT FROM
        (b.is_listed, b.title, b.brand, b.color, b.category_id, b.main_category, b.features, b.description)),
      array_agg(a.product_id) || array_agg(b.group_id) FILTER (WHERE b.group_id <> coalesce(a.group_id, 0))
    INTO rewritten, touched
    FROM after_rows a JOIN before_rows b USING (product_id)
    WHERE (a.is_listed OR b.is_listed) AND
      (a.is_listed, a.title, a.attributes, a.group_id, a.category_id, a.main_category, a.features, a.description,
        a.price_minor, a.currency, a.average_rating, a.rating_count, a.date_first_available) IS DISTINCT FROM
      (b.is_listed, b.title, b.attributes, b.group_id, b.category_id, b.main_category, b.features, b.description,
        b.price_minor, b.currency, b.average_rating, b.rating_count, b.date_first_available);
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(product_id) || array_agg(group_id) FILTER (WHERE group_id IS NOT NULL) INTO touched FROM before_rows WHERE is_listed;
  ELSE
    touched := '{0}';
  END IF;
  IF rewritten IS NOT NULL THEN
    PERFORM put_search_documents(rewritten);
  END IF;
  PERFORM tell_search(touched);
  RETURN NULL;
END $$;
