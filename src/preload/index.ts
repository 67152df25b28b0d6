import { contextBridge, ipcRenderer, webUtils } from 'electron'

/**
 * All that a window has of the outside: `call` asks the main process, `on` hears from it. A call that has a name is a job:
 * it can be cancelled by that name, and tells how far it is.
 * What comes from there is a text of JSON (`shared/ipc/wire.ts`).
 * Files dropped on the window are named by their paths, which only the preload can know.
 */
const bridge = {
  call(method: string, input: unknown, job?: string): Promise<unknown> {
    const payload =
      Array.isArray(input) && input[0] instanceof File
        ? input.map((file) => webUtils.getPathForFile(file))
        : input
    return ipcRenderer.invoke('variorum:call', method, payload, job)
  },
  on(listener: (event: string, payload: string) => void): () => void {
    const heard = (_event: unknown, name: string, payload: string) => listener(name, payload)
    ipcRenderer.on('variorum:event', heard)
    return () => ipcRenderer.off('variorum:event', heard)
  }
}

export type Bridge = typeof bridge

// Each kind of event is heard by itself, some of them in several places of a window.
ipcRenderer.setMaxListeners(0)

contextBridge.exposeInMainWorld('variorum', bridge)

/**
 * A page stays where it is: no address but its own is gone to. Electron asks the main process about most of them, but not
 * about `about:` ones. This listener is the first, so that no script of the page can keep an event from it.
 */
window.navigation.addEventListener('navigate', (event) => {
  if (!event.destination.url.startsWith(`${location.origin}/`)) event.preventDefault()
})
