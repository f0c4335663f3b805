export const newPasswords =
  'The demo accounts have new passwords: those that they had were told by a Kindred that did not keep them.';
