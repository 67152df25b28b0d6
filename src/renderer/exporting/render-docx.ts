import { parseAsync, renderDocument } from 'docx-preview'

/** Words' own pages, and what a page looks like on the ground of the desk. */
const pageStyle = `
:host { display: block; }
.pages { padding: 22px 18px 40px; }
section.docx {
  margin: 0 auto 22px;
  background: white;
  color: black;
  box-shadow: 0 2px 14px rgb(30 20 10 / 0.18);
  box-sizing: border-box;
  overflow-wrap: break-word;
  text-align: start;
}
section.docx > article { margin-bottom: auto; }
a { color: inherit; }
`

export interface DocxPages {
  readonly nodes: readonly Node[]
  readonly styles: CSSStyleSheet
}

/**
 * Makes the pages of a Word document. The page's policy takes no style that stands in the tree: those of the document become a style
 * sheet of code. Nothing of the document runs: it is made of elements, never of markup.
 */
export async function renderDocx(bytes: Uint8Array): Promise<DocxPages> {
  const options = {
    inWrapper: false,
    ignoreFonts: true,
    useBase64URL: true,
    renderAltChunks: false,
    renderComments: true
  }
  const made = await renderDocument(await parseAsync(bytes, options), options)
  const css: string[] = [pageStyle]
  const nodes: Node[] = []
  for (const node of made) {
    if (node instanceof HTMLStyleElement) css.push(node.textContent ?? '')
    else if (!(node instanceof Comment)) nodes.push(node)
  }
  // What has no language of its own is said to be in the language “null”.
  for (const node of nodes)
    if (node instanceof Element)
      for (const each of node.querySelectorAll('[lang="null"]')) each.removeAttribute('lang')
  const styles = new CSSStyleSheet()
  styles.replaceSync(css.join('\n'))
  return { nodes, styles }
}
