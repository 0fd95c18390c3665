/** What clients are told apart by (client.ts). */
export const markColours = [
  'plum',
  'cobalt',
  'rose',
  'cocoa',
  'fern',
  'violet',
  'sky',
  'moss',
  'magenta',
  'graphite',
] as const
export const markPatterns = ['half', 'diagonal', 'cross', 'quarters', 'triangle', 'square', 'stripe', 'base'] as const
