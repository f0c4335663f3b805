export const newPasswords =
  'The demo accounts have new passwords, because an earlier version of Kindred did not store the old ones.';
