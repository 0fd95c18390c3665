/** The window's frame: what is said whatever the place. */
export default {
  undo: 'Undo',
  redo: 'Redo',
} as const
