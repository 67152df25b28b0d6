import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog, type OpenDialogOptions } from 'electron'
import type { Desktop } from '../desk/desk'
import { importable } from '../import/supported'

/** The native side of the desk: dialogs over the focused window, the clipboard, windows and menu. */
export function makeDesktop(openWindow: () => void, refresh: () => void): Desktop {
  const ask = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = BrowserWindow.getFocusedWindow()
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? [] : filePaths
  }
  return {
    async chooseFolder(purpose, name) {
      if (purpose === 'new') {
        const options = { defaultPath: join(app.getPath('documents'), safeName(name ?? '')) }
        const window = BrowserWindow.getFocusedWindow()
        const { canceled, filePath } = await (window
          ? dialog.showSaveDialog(window, options)
          : dialog.showSaveDialog(options))
        return canceled || !filePath ? null : filePath
      }
      const [folder] = await ask({
        properties: ['openDirectory', ...(purpose === 'backups' ? ['createDirectory' as const] : [])]
      })
      return folder ?? null
    },
    chooseFiles: () =>
      ask({
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Texts', extensions: [...importable] }]
      }),
    async chooseSave(name, extension) {
      const options = {
        defaultPath: join(app.getPath('documents'), `${safeName(name)}.${extension}`),
        filters: [{ name: extension, extensions: [extension] }]
      }
      const window = BrowserWindow.getFocusedWindow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      return canceled || !filePath ? null : filePath
    },
    readClipboard: async () => String(await clipboard.readText()),
    writeClipboard: (text) => clipboard.writeText(text),
    newWindow: openWindow,
    refresh
  }
}

/** A name without the characters that file systems refuse. */
function safeName(name: string): string {
  return (
    name
      .replaceAll(/[\\/:*?"<>|]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'Variorum'
  )
}
