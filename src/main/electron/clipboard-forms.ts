import * as electron from 'electron'
import type { ClipboardText } from '../export/clipboard/clipboard-text'

/** The clipboard of Electron before 45: one call with a field for each form. */
interface FormsClipboard {
  write(forms: ClipboardText): void
}

/** Puts a text on the clipboard in several forms at once; of whichever Electron runs. */
export async function writeForms(forms: ClipboardText): Promise<void> {
  const { clipboard } = electron
  if (isOlder(clipboard)) {
    clipboard.write(forms)
    return
  }
  const { html, rtf, text } = forms
  const item = { 'text/plain': text, 'text/html': html, 'text/rtf': rtf }
  await clipboard.write([new electron.ClipboardItem(item)])
}

/** Only the newer Electron has items of the clipboard. */
function isOlder(clipboard: object): clipboard is FormsClipboard {
  return !('ClipboardItem' in electron) && 'write' in clipboard
}
