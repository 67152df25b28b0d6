import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from 'electron'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import { fill } from '../../shared/locales/fill'
import { manuscriptExtensions } from '../import/read-manuscript'
import { registerExtensions } from '../import/registers/register-extensions'
import { importable } from '../import/supported'
import { safeName } from '../project/new-folder'
import type { Desktop } from '../rpc/host-parts'
import { bundleExtension } from '../services/bundle/bundle-manifest'
import { writeForms } from './clipboard-forms'
import type { PreviewPages } from './preview-pages'

const extensionsOf = {
  texts: importable,
  styles: ['csl', 'xml'],
  manuscripts: manuscriptExtensions,
  registers: registerExtensions
} as const

/**
 * The native side of the desk: dialogs over the focused window, the clipboard, windows and menu.
 *
 * @param language the language of what stands in the dialogs
 */
export function makeDesktop(
  openWindow: () => void,
  refresh: () => void,
  language: () => Language,
  previews: PreviewPages
): Desktop {
  const ask = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = BrowserWindow.getFocusedWindow()
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? [] : filePaths
  }
  const kindOf = (extension: string) =>
    fill(catalogues[language()].native.file, { kind: extension.toUpperCase() })
  return {
    async chooseFolder(purpose) {
      // Of a new project only the place is asked: its folder has its name.
      const isNew = purpose === 'new'
      const mayCreate = isNew || purpose === 'backups'
      const [folder] = await ask({
        properties: ['openDirectory', ...(mayCreate ? (['createDirectory'] as const) : [])],
        ...(isNew ? { defaultPath: app.getPath('documents') } : {})
      })
      return folder ?? null
    },
    chooseFiles: (what = 'texts') =>
      ask({
        properties: what === 'texts' ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [
          {
            name: catalogues[language()].native[what],
            extensions: [...extensionsOf[what]]
          }
        ]
      }),
    async chooseBundle() {
      const name = catalogues[language()].native.bundles
      const [file] = await ask({
        properties: ['openFile'],
        filters: [{ name, extensions: [bundleExtension] }]
      })
      return file ?? null
    },
    async chooseSave(name, extension) {
      const ending = extension === '' ? '' : `.${extension}`
      const options = {
        defaultPath: join(app.getPath('documents'), `${safeName(name)}${ending}`),
        filters: extension === '' ? [] : [{ name: kindOf(extension), extensions: [extension] }]
      }
      const window = BrowserWindow.getFocusedWindow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      return canceled || !filePath ? null : filePath
    },
    printPdf: async (html) => (await import('./print-pdf')).printPdf(html),
    servePage: (html) => previews.keep(html),
    showInFolder: (path) => shell.showItemInFolder(path),
    readClipboard: async () => String(await clipboard.readText()),
    writeClipboard: async (text) => (typeof text === 'string' ? clipboard.writeText(text) : writeForms(text)),
    newWindow: openWindow,
    refresh
  }
}
