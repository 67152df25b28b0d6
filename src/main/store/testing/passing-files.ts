import { type Files, type OpenFile, type OpenFlags, realFiles } from '../files'

/**
 * The real disk without waiting for it: syncs do nothing. For tests that end a process or take the power away in a
 * model of their own, where what a real sync does plays no part. The base of the other disks for tests.
 */
export class PassingFiles implements Files {
  async open(path: string, flags: OpenFlags): Promise<OpenFile> {
    const file = await realFiles.open(path, flags)
    return {
      write: (bytes, offset, length, position) => file.write(bytes, offset, length, position),
      sync: async () => {},
      truncate: (length) => file.truncate(length),
      close: () => file.close()
    }
  }

  rename(from: string, to: string): Promise<void> {
    return realFiles.rename(from, to)
  }

  moveNow(from: string, to: string): void {
    realFiles.moveNow(from, to)
  }

  makeFolder(path: string): Promise<void> {
    return realFiles.makeFolder(path)
  }

  remove(path: string): Promise<void> {
    return realFiles.remove(path)
  }

  read = realFiles.read
  readNow = realFiles.readNow
  pieces = realFiles.pieces
  openNow = realFiles.openNow
  list = realFiles.list
  facts = realFiles.facts
}
