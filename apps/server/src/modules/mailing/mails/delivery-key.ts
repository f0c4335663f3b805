/** A job's key: at most one waits for a mail. */
export const deliveryKeyPrefix = 'deliver-mail:';
