/** What the app's links begin with. */
export const SCHEME = 'mainstay'

export const isLink = (word: string): boolean => word.toLowerCase().startsWith(`${SCHEME}:`)
