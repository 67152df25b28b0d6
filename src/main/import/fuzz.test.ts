import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forkChild } from './fork-child'
import { Parser } from './parser'

/** How many mutants in all; `VARIORUM_FUZZ=4000 npx vitest run src/main/import/fuzz.test.ts` for the long form. */
const runs = Number(process.env.VARIORUM_FUZZ ?? 240)
/** The first that is read, to look at one again: `VARIORUM_FUZZ_FIRST=1352`. */
const firstRun = Number(process.env.VARIORUM_FUZZ_FIRST ?? 0)
const seed = Number(process.env.VARIORUM_SEED ?? 20201)
/** For all mutants together, by the clock. One that hangs is ended by the parser's own limit long before. */
const timeoutMs = 60_000 + runs * 500
/** What a refusal may not be for: a file of a few kilobytes neither takes long nor much memory, and ends no process. */
const failures = ['fileTooSlow', 'fileTooHeavy']

const fixtures = join(import.meta.dirname, 'fixtures')
const own: Readonly<Record<string, string | Uint8Array>> = {
  'a.html':
    '<html lang="en"><head><title>T</title><script>alert(1)</script></head><body><nav>Home</nav><article><h1>Snow</h1><p onclick="x()">One <b>two</b><img src=x onerror=y()> three.</p><svg><script>z()</script></svg><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></article></body></html>',
  'a.txt': '会议强调，要抓紧落实。\n\nThe office met. It ended early.\n',
  'a.md': '# Snow\n\n- one\n- two[^1]\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n',
  'a.csv': 'title,text\nOne,"The office, it met."\nTwo,Again\n',
  'a.tmx':
    '<tmx version="1.4"><body><tu><tuv xml:lang="zh"><seg>一</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu></body></tmx>',
  'a.srt': '1\n00:00:05,000 --> 00:00:07,000\nGood evening.\n\n2\n00:00:08,000 --> 00:00:09,000\nAgain.\n',
  'a.mhtml':
    'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>One=20two</p>\r\n--b--\r\n',
  'a.qdpx': zipSync(
    {
      'project.qde': strToU8(
        '<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="U" name="C"/></Users><CodeBook><Codes><Code guid="C1" name="A" color="#ff0000"><Code guid="C2" name="B"/></Code></Codes></CodeBook><Sources><TextSource guid="S" name="N" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" name="come" startPosition="7" endPosition="11"><Coding creatingUser="U" guid="G" creationDateTime="2019-03-04T10:00:00Z"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection></TextSource><PDFSource guid="D" name="P.pdf"><PDFSelection guid="Y" page="0" firstX="1" firstY="1" secondX="2" secondY="2"><Representation guid="R"><PlainTextContent>only</PlainTextContent></Representation></PDFSelection><Representation guid="Q"><PlainTextContent>Come only once.</PlainTextContent></Representation></PDFSource><AudioSource guid="A" name="a.m4a"><Transcript guid="T" plainTextPath="internal://s.txt"><SyncPoint guid="P1" position="0" timeStamp="0"/><SyncPoint guid="P2" position="6" timeStamp="3725000"/><TranscriptSelection guid="Z" fromSyncPoint="P1" toSyncPoint="P2"/></Transcript></AudioSource></Sources><Notes><Note guid="N1" name="Idea"><PlainTextContent>Why?</PlainTextContent></Note></Notes><Links><Link guid="L" originGUID="N1" targetGUID="X"/></Links><Sets><Set guid="E" name="kind: notice"><MemberSource targetGUID="S"/></Set></Sets></Project>'
      ),
      'sources/s.txt': strToU8('People come only once.')
    },
    { level: 0 }
  ),
  'a.tei':
    '<TEI><teiHeader><title>T</title><witness xml:id="A">a</witness><witness xml:id="B">b</witness></teiHeader><text><body><div><head>H</head><p>One <app><rdg wit="#A">x</rdg><rdg wit="#B">y</rdg></app>.</p><table><row><cell>1</cell></row></table></div></body></text></TEI>',
  'a.jsonld':
    '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":[{"type":"TextualBody","value":"<p>Why?</p>","format":"text/html"},{"type":"TextualBody","value":"tag","purpose":"tagging"}],"target":{"source":"https://a.example/b","selector":[{"type":"TextQuoteSelector","exact":"come only once","prefix":"People ","suffix":"."},{"type":"TextPositionSelector","start":7,"end":21}]}}',
  'zotero.json':
    '[{"key":"A","itemType":"book","title":"Snow","creators":[{"creatorType":"author","lastName":"Zhang","firstName":"Wei"}],"attachments":[{"annotations":[{"annotationText":"snow fell","annotationColor":"#ffd400","annotationComment":"yes","tags":[{"tag":"t"}]}]}]}]',
  'note.html':
    '<div data-schema-version="9" data-citation-items="%5B%5D"><p><span class="highlight" data-annotation="%7B%22color%22%3A%22%23ffd400%22%7D">“snow fell”</span> <span class="citation">(Z)</span> yes</p></div>',
  'zotero.rdf':
    '<rdf:RDF xmlns:rdf="r" xmlns:z="z" xmlns:dc="d" xmlns:bib="b"><bib:Book rdf:about="#i1"><z:itemType>book</z:itemType><dc:title>Snow</dc:title><dc:date>2020</dc:date></bib:Book><bib:Memo rdf:about="#i2"><rdf:value>&lt;p&gt;Read.&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>',
  'set-apart.md': 'One *two **three*** [four](https://a.example/b) and **five**.\n',
  'a.bib':
    '@string{p = "Press"}\n@book{snow, title={The {Snow} of K{\\"o}ln}, author={Zhang, Wei and 李四}, publisher=p, date={2020-03}}\n',
  'a.ris':
    'TY  - JOUR\r\nTI  - Snow\r\nAU  - Zhang, Wei\r\nPY  - 2020/03/05/\r\nDO  - 10.1234/s\r\nER  - \r\n',
  'a.qdc':
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="C1" name="A" color="#ff0000"><Code guid="C2" name="B"/></Code></Codes><Sets><Set guid="S" name="G"><MemberCode targetGUID="C2"/></Set></Sets></CodeBook>',
  'odd.docx': zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="x"><w:body/></w:document>') })
}

/** Mulberry32: small, seeded, the same everywhere. */
function random(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Bytes changed, cut out, doubled, or put from elsewhere; now and then the file ends early. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  const made = [...bytes]
  const place = () => Math.floor(next() * made.length)
  for (let times = 1 + Math.floor(next() * 6); times > 0 && made.length > 4; times--) {
    const [at, length] = [place(), 1 + Math.floor(next() * 40)]
    const kind = Math.floor(next() * 6)
    if (kind === 0) made[at] = Math.floor(next() * 256)
    else if (kind === 1) made.splice(at, length)
    else if (kind === 2) made.splice(at, 0, ...made.slice(at, at + length))
    else if (kind === 3) made.splice(at, 0, ...made.slice(place(), place() + 1).slice(0, 400))
    else if (kind === 4)
      made.splice(
        at,
        0,
        ...strToU8(['<', '&', '\0', '"', '\\', '{', '}', '\ud800', '%s'][Math.floor(next() * 9)] ?? '')
      )
    else if (next() < 0.3) made.length = Math.max(1, at)
  }
  return Uint8Array.from(made)
}

describe('damaged files of every format', () => {
  let folder: string
  let parser: Parser
  /** The most that the parsing process took over the present file, in bytes, where that can be told. */
  let peak = 0
  const sources: { name: string; bytes: Uint8Array }[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-fuzz-'))
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: 'src/main/import/parse-process.ts', outDir: join(folder, 'built'), minify: false },
      ssr: { noExternal: true }
    })
    const script = join(folder, 'built', 'parse-process.mjs')
    parser = new Parser(() => {
      const child = forkChild(existsSync(script) ? script : script.replace('.mjs', '.js'))
      const memory = async () => {
        const taken = await child.memory()
        peak = Math.max(peak, taken ?? 0)
        return taken
      }
      return { ...child, memory }
    })
    for (const name of (await readdir(fixtures)).sort())
      sources.push({ name, bytes: readFileSync(join(fixtures, name)) })
    for (const [name, content] of Object.entries(own))
      sources.push({ name, bytes: typeof content === 'string' ? strToU8(content) : content })
  }, 60_000)
  afterAll(() => {
    parser.close()
    return rm(folder, { recursive: true, force: true })
  }, 60_000)

  it(
    `are read or refused, ${runs} of them: no crash, no hang, no markup in a text`,
    async () => {
      const next = random(seed)
      let [read, refused] = [0, 0]
      for (let run = 0; run < runs; run++) {
        const { name, bytes } = sources[run % sources.length] ?? { name: '', bytes: new Uint8Array() }
        const path = join(folder, `mutant${extname(name)}`)
        const mutant = mutated(bytes, next)
        if (run < firstRun) continue
        await writeFile(path, mutant)
        peak = 0
        const parsed = await parser.parse(path)
        if (!parsed.ok) {
          // A PDF of a kilobyte can state a map of sixteen million characters, and pdf.js makes it: it was memory, then, and no crash.
          const isMap = extname(name) === '.pdf' && peak > 300 * 1024 * 1024
          if (!isMap) expect(failures, `${name}, run ${run}`).not.toContain(parsed.error.key)
          // What does not fit the schema of the answer is refused without a reason.
          expect(parsed.error.params.reason, `${name}, run ${run}`).not.toBe('–')
          refused++
          continue
        }
        read++
        if (/html$/.test(name))
          for (const { text } of parsed.value.texts.flatMap(({ blocks }) => blocks))
            expect(text, `run ${run}`).not.toMatch(/<\/?(script|img|svg|p|b|h1|td|tr|nav|article)\b[^<>]*>/i)
      }
      expect(read).toBeGreaterThan((runs - firstRun) / 8)
      expect(read + refused).toBe(runs - firstRun)
    },
    timeoutMs
  )
})
