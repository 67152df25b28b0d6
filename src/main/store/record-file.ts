import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { Loader } from '../../shared/model/lazy-map'
import { type RecordPlace, recordsIn } from './annotation-lines'
import type { ReadableFile } from './files'
import { SharedStrings } from './shared-strings'

/** So much of a file is read at once where it is read from end to end. */
const pieceBytes = 256 * 1024

/**
 * A file of annotations that is kept open and read anew for each record that is asked for. 200,000 records take 160 MB of
 * memory, where they stand takes 30 (`npm run bench -- export`).
 */
export class RecordFile {
  private readonly shared = new SharedStrings()

  constructor(
    private readonly file: ReadableFile,
    private readonly document: DocumentId
  ) {}

  *pieces(): Generator<Buffer> {
    for (let at = 0; ; ) {
      const piece = this.file.read(at, pieceBytes)
      if (piece.length === 0) return
      yield piece
      at += piece.length
    }
  }

  /** Reads one record. Throws where the file no longer holds it at its place. */
  record(id: AnnotationId, { at, length }: RecordPlace): Annotation {
    const line = this.file.read(at, length).toString('utf8')
    const [, found] = recordsIn(line, this.document)?.find(([own]) => own === id) ?? []
    if (!found) throw new Error(`${id} no longer stands where it was read`)
    // One string for both, where they are alike.
    if (found.id === id) found.id = id
    return this.shared.within(found)
  }

  close(): void {
    this.file.close()
  }
}

/** A record that is read anew each time. */
export class RecordToRead implements Loader<Annotation>, RecordPlace {
  readonly isLoadedAnew = true
  readonly at: number
  readonly length: number

  constructor(
    private readonly file: RecordFile,
    private readonly id: AnnotationId,
    { at, length }: RecordPlace
  ) {
    this.at = at
    this.length = length
  }

  load(): Annotation {
    return this.file.record(this.id, this)
  }
}
