const problems: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not access it',
  EPERM: 'this account may not access it',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this account has used up its disk quota',
  EMFILE: 'too many files are open',
  EIO: 'the disk has an error',
  ENAMETOOLONG: 'its name is too long',
};

/** Returns the operating system's reason, as the end of a sentence: `it does not exist (ENOENT)`. */
export function fileProblemOf(error: NodeJS.ErrnoException): string {
  const { code = '', syscall } = error;
  const problem = code === 'EEXIST' && syscall === 'mkdir' ? 'it is a file' : problems[code];
  return problem === undefined ? error.message : `${problem} (${code})`;
}
