/** Names that Windows keeps for devices, whatever their ending: no file may be named by them. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * An id names an entry of a plain record and, for documents and works, a file. So what every object has by itself
 * (`__proto__`, `constructor`) is no id, nor is the name of a device.
 */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) && !(text in Object.prototype) && !deviceName.test(text)
}
