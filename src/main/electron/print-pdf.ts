import { BrowserWindow, type Session, session } from 'electron'
import { parse } from 'parse5'
import { html } from '../export/html/markup'
import { runningHead } from '../export/html/page'

/** A session of its own, kept in memory: nothing that the app's windows have, and no network. */
const partition = 'print'
/** Within the app's own origin, so that the guards of windows take the page for one of ours. */
const address = 'app://variorum/printed.html'

/** One page at a time: the session serves the one that is being printed. */
let last: Promise<unknown> = Promise.resolve()
let served = ''

/**
 * Prints a whole page of HTML as PDF, in a hidden window that is sandboxed, runs no script and reaches no network. Headings
 * become bookmarks, the elements of the page tags; words stay words. Project and date stand at the head of each sheet, as the page says
 * them, the number of the sheet at its foot.
 *
 * @param page a page that needs nothing else
 * @throws the signal's reason where it is aborted; an error where the page cannot be shown or printed
 */
export function printPdf(page: string, signal?: AbortSignal): Promise<Uint8Array> {
  const printed = last.then(() => printNow(page, signal))
  last = printed.catch(() => {})
  return printed
}

async function printNow(page: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  signal?.throwIfAborted()
  served = page
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      spellcheck: false,
      backgroundThrottling: false
    }
  })
  const giveUp = () => window.destroy()
  signal?.addEventListener('abort', giveUp)
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      ...runningLines(page)
    })
  } catch (reason) {
    signal?.throwIfAborted()
    throw reason
  } finally {
    signal?.removeEventListener('abort', giveUp)
    served = ''
    if (!window.isDestroyed()) window.destroy()
  }
}

let known: Session | null = null

function printSession(): Session {
  if (known) return known
  known = session.fromPartition(partition)
  known.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  known.setPermissionCheckHandler(() => false)
  known.on('will-download', (event) => event.preventDefault())
  known.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== address && !url.startsWith('data:') })
  )
  known.protocol.handle('app', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' }
    return new Response(served, { headers })
  })
  return known
}

const lineStyle =
  'width:100%;margin:0 20mm;display:flex;justify-content:space-between;gap:8mm;color:#5f594f;' +
  'font:7.5pt Inter,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif'
const cutStyle = 'white-space:nowrap;overflow:hidden;text-overflow:ellipsis'

/** What stands at the head and foot of each sheet. */
function runningLines(page: string): { headerTemplate: string; footerTemplate: string } {
  const { project, date, title } = headOf(page)
  const shown = project === title ? '' : title
  return {
    headerTemplate:
      html`<div style="${lineStyle}"><span style="${cutStyle}">${project}${shown !== '' && ` · ${shown}`}</span><span style="white-space:nowrap">${date}</span></div>`
        .markup,
    footerTemplate:
      html`<div style="${lineStyle};justify-content:center"><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
        .markup
  }
}

/** What a page says of itself, read from its head before the style sheet: the rest may be megabytes. */
function headOf(page: string): { project: string; date: string; title: string } {
  const found = { project: '', date: '', title: '' }
  const [root] = parse(page.slice(0, page.indexOf('<style>'))).childNodes.filter((each) => 'tagName' in each)
  const head = root && 'childNodes' in root ? root.childNodes[0] : undefined
  for (const each of head && 'childNodes' in head ? head.childNodes : []) {
    if (!('tagName' in each)) continue
    const said = (name: string) => each.attrs.find((attribute) => attribute.name === name)?.value
    if (said('name') === runningHead.project) found.project = said('content') ?? ''
    if (said('name') === runningHead.date) found.date = said('content') ?? ''
    const [words] = each.childNodes
    if (each.tagName === 'title' && words && 'value' in words) found.title = words.value
  }
  return found
}
