import { createHash } from 'node:crypto'
import type { Guid } from '../../shared/model/guid'
import type { ProjectId } from '../../shared/model/ids'

/** Namespace of the names that GUIDs of this app are made from: a random UUID, fixed for good. */
const namespace = Buffer.from('6e1d0a1c5d0c4e0b9f0f3b0a7c64d2e5', 'hex')

/** The kinds of things that exchange formats name by a GUID. */
export type NamedKind =
  | 'project'
  | 'document'
  | 'theme'
  | 'annotation'
  | 'coder'
  | 'group'
  | 'memo'
  | 'coding'
  | 'selection'
  | 'variable'
  | 'case'
  | 'note'
  | 'link'
  | 'page'

/** A GUID made from a name: the same name gives the same one, always and everywhere (RFC 9562, version 5: SHA-1). */
function guidOfName(...name: readonly string[]): Guid {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(name)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as Guid
}

/** The GUID of what has none of its own: made from the ids of project and thing. */
function guidFor(project: ProjectId, kind: NamedKind, id: string): Guid {
  return guidOfName(project, kind, id)
}

/**
 * The GUIDs of one export. What another program gave a GUID keeps it; of several things with the same one (a file that was
 * imported twice) the first does, the others get one that is made from their ids.
 */
export class EntityGuids {
  private readonly taken = new Map<Guid, string>()

  constructor(private readonly project: ProjectId) {}

  of(kind: NamedKind, { id, guid }: { readonly id: string; readonly guid?: Guid | undefined }): Guid {
    if (guid === undefined) return this.made(kind, id)
    const key = `${kind} ${id}`
    const owner = this.taken.get(guid)
    if (owner === undefined) this.taken.set(guid, key)
    return owner === undefined || owner === key ? guid : this.made(kind, id)
  }

  /** For what no record stands for: a variable by its name, the note on what has gone. */
  made(kind: NamedKind, id: string): Guid {
    return guidFor(this.project, kind, id)
  }
}

/**
 * The GUID of the part of a passage that is another coder's: exchange formats whose readers know only one coder of a
 * passage get one selection a coder, and these are known to be one by it.
 */
export function guidOfPart(passage: string, coder: string): Guid {
  return guidOfName('part', passage, coder)
}
