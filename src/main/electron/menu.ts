import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { catalogues } from '../../shared/locales/catalogues'
import type { Catalogue } from '../../shared/locales/en'
import type { AppHost } from '../rpc/app-host'

type CommandId = keyof Catalogue['command']

/**
 * The native menu. It only names commands; the window runs them. Keys that mean something to the page
 * (undo, copy, plain letters) stay with the page: here they are shown, not registered.
 */
export function buildMenu(desk: AppHost, send: (command: string) => void): void {
  const words = catalogues[desk.parts.preferences.preferences.language]
  const item = (id: CommandId, accelerator?: string): MenuItemConstructorOptions => ({
    label: words.command[id],
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => send(id)
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const recent = desk.parts.preferences.recent.map(({ folder, name }) => ({
    label: `${name} — ${folder}`,
    click: () => void desk.open(folder).then((opened) => opened.ok || send(`open:${folder}`))
  }))
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.menu.file,
      submenu: [
        item('app.newProject', 'CmdOrCtrl+Shift+N'),
        item('app.openProject', 'CmdOrCtrl+O'),
        { label: words.menu.recent, submenu: recent, enabled: recent.length > 0 },
        item('app.openBundle'),
        item('app.openBackup'),
        item('app.newWindow', 'CmdOrCtrl+N'),
        separator,
        item('app.import', 'CmdOrCtrl+I'),
        item('app.importFolder', 'CmdOrCtrl+Shift+I'),
        item('app.importClipboard', 'CmdOrCtrl+Shift+V'),
        item('app.export', 'CmdOrCtrl+E'),
        item('reader.print', 'CmdOrCtrl+P'),
        separator,
        item('app.backups'),
        item('app.verify'),
        separator,
        { role: 'close', label: words.menu.close },
        { label: words.menu.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() }
      ]
    },
    {
      label: words.menu.edit,
      submenu: [
        item('app.undo', 'CmdOrCtrl+Z'),
        item('app.redo', 'CmdOrCtrl+Shift+Z'),
        item('app.history', 'CmdOrCtrl+Shift+H'),
        separator,
        item('annotate.copyWords', 'CmdOrCtrl+C'),
        item('annotate.copy', 'CmdOrCtrl+Alt+C'),
        item('app.copyExcerpts', 'CmdOrCtrl+Alt+C'),
        separator,
        item('reader.find', 'CmdOrCtrl+F'),
        item('reader.correct', 'CmdOrCtrl+Shift+E'),
        item('annotate.autocode', 'CmdOrCtrl+Shift+A'),
        separator,
        item('app.palette', 'CmdOrCtrl+K')
      ]
    },
    {
      label: words.menu.view,
      submenu: [
        item('app.library', 'CmdOrCtrl+1'),
        item('app.annotations', 'CmdOrCtrl+2'),
        item('app.themes', 'CmdOrCtrl+3'),
        item('app.search', 'CmdOrCtrl+4'),
        item('app.memos', 'CmdOrCtrl+5'),
        item('app.quotations', 'CmdOrCtrl+7'),
        item('app.formulae', 'CmdOrCtrl+8'),
        item('app.recycled', 'CmdOrCtrl+9'),
        item('reader.compare', 'CmdOrCtrl+Shift+C'),
        separator,
        item('app.sidebar', 'CmdOrCtrl+B'),
        item('app.aside', 'CmdOrCtrl+Shift+B'),
        item('app.appearance'),
        item('app.language'),
        separator,
        item('app.larger', 'CmdOrCtrl+='),
        item('app.smaller', 'CmdOrCtrl+-'),
        item('app.actualSize', 'CmdOrCtrl+0'),
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' as const, accelerator: 'F12' }])
      ]
    },
    {
      label: words.menu.help,
      submenu: [
        item('app.guide'),
        item('app.keys', 'F1'),
        item('app.walk'),
        item('app.freshSample'),
        separator,
        item('app.about')
      ]
    }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
