import path from 'node:path'

/** Whether a folder is another one, or lies in it. */
export const isInside = (inner: string, outer: string): boolean => {
  const way = path.relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}
