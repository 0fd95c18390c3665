import latin from '@fontsource/inter/files/inter-latin-400-normal.woff2?url'
import latinStrong from '@fontsource/inter/files/inter-latin-600-normal.woff2?url'
import extended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?url'
import extendedStrong from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Paper } from '#shared/documents/paper.ts'
import type { CallInput } from '#shared/ipc.ts'
import { PaperPage } from './paper-page.tsx'
import paperCss from './paper.css?inline'

/** Of static weights: a variable font lands in a PDF as outlines, which nobody can search. */
const FONTS = [
  {
    file: latin,
    weight: 400,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    file: latinStrong,
    weight: 600,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  { file: extended, weight: 400, range: 'U+0100-02AF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20CF' },
  { file: extendedStrong, weight: 600, range: 'U+0100-02AF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20CF' },
]

/** What the shell prints of a document: markup, its style, its fonts. No script comes along, and none would run. */
export function printable(paper: Paper): Extract<CallInput<'saveDocument'>, { form: 'pdf' }> {
  const fonts = FONTS.map(({ file }) => new URL(file, document.baseURI).pathname)
  const faces = FONTS.map(
    ({ weight, range }, index) =>
      `@font-face{font-family:Inter;font-weight:${weight};font-display:block;src:url('${fonts[index]}') format('woff2');unicode-range:${range}}`,
  )
  return {
    form: 'pdf',
    name: paper.name,
    title: paper.title,
    language: paper.language,
    style: [...faces, paperCss].join('\n'),
    fonts,
    body: renderToStaticMarkup(<PaperPage paper={paper} />),
  }
}
