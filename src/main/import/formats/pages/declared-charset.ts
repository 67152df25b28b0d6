/** How far into a page its charset is looked for, in bytes: as far as a browser goes that meets it while it reads the head. */
const reach = 65_536

/** What is passed over: comments, and what is no markup. The last alternative is a tag or whatever else begins like one. */
const piece =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|noscript|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<meta\b((?:[^>"']|"[^"]*"|'[^']*'){0,2000})>|<body\b|<\/head\b/gi

/**
 * The charset that a page declares, as the HTML standard finds it: in the first `meta` of the head that names one, not in
 * comments or scripts. Browsers read pages that call themselves UTF-16 here as UTF-8.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, reach))
  for (const { 0: found, 2: attributes } of head.matchAll(piece)) {
    if (/^<(body|\/head)/i.test(found)) break
    const named = attributes === undefined ? null : charsetIn(attributes)
    if (named) return named
  }
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
}

function charsetIn(attributes: string): string | null {
  const said = attributesOf(attributes)
  const own = said.get('charset')
  if (own) return labelled(own)
  if (said.get('http-equiv')?.toLowerCase() !== 'content-type') return null
  const content = /charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(said.get('content') ?? '')?.[1]
  return content ? labelled(content) : null
}

function attributesOf(text: string): Map<string, string> {
  const found = [...text.matchAll(/([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)]
  return new Map(
    found
      .reverse()
      .map(([, name = '', double, single, plain]) => [
        name.toLowerCase(),
        (double ?? single ?? plain ?? '').trim()
      ])
  )
}

/** The encoding that a label stands for (WHATWG Encoding, 4.2): gb2312 is read as GBK, iso-8859-1 as windows-1252. */
function labelled(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    if (encoding === 'gbk') return 'gb18030'
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}
