/** The calls by which storage changes the disk, and those by which it looks at it. */
export const changingCalls = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'fsync',
  'fdatasyncSync',
  'fdatasync',
  'ftruncateSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'writeFileSync',
] as const
export const lookingCalls = ['fstatSync', 'statSync', 'accessSync', 'readFileSync', 'readdirSync'] as const
