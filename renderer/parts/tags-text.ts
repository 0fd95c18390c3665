/** Tags as they stand in a field: with commas between them. */
export const tagsText = (tags: readonly string[]): string => tags.join(', ')

/** What a field of tags says, without the mark that a tag has in a line; of two alike one stays. */
export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter(Boolean),
  ),
]
