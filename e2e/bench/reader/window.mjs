// An Electron window with one page in it: where the reader and its peers are timed. Its one argument is the page.
import { app, BrowserWindow } from 'electron'

app.commandLine.appendSwitch('enable-precise-memory-info')
app.commandLine.appendSwitch('js-flags', '--expose-gc')
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { backgroundThrottling: false }
  })
  window.loadFile(process.argv.at(-1))
})
app.on('window-all-closed', () => app.quit())
