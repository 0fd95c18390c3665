/** An element of an XML file as the e-invoices are written: no mixed content, no CDATA. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The element on top; throws where tags do not match. */
export function xmlTree(xml: string): Node {
  type Open = { name: string; attributes: Record<string, string>; children: Node[]; text: string }
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  for (const [, close, name = '', rest = '', text = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>([^<]*)/g)) {
    if (close) {
      const done = open.pop()
      if (done?.name !== name) throw new Error(`</${name}> closes <${done?.name}>`)
      open.at(-1)?.children.push(done)
      continue
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    )
    open.push({ name, attributes, children: [], text: unescaped(text.trim()) })
  }
  const [root] = open[0]?.children ?? []
  if (!root || open.length !== 1) throw new Error('not one element on top')
  return root
}

/** All that is at a path below: `cac:TaxTotal/cac:TaxSubtotal`. */
export const at = (node: Node, path: string): Node[] =>
  path
    .split('/')
    .reduce<Node[]>(
      (nodes, name) => nodes.flatMap(({ children }) => children.filter((each) => each.name === name)),
      [node],
    )

/** All of a name, however deep. */
export const deep = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)])

export const textAt = (node: Node, path: string): string | undefined => at(node, path)[0]?.text
