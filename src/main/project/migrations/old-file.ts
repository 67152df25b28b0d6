import { join } from 'node:path'
import { type Files, isCode, isNotAFile } from '../../store/files'
import { sha256 } from '../../store/hash'
import { asWritten } from '../../store/line-ends'
import { quarantine } from '../../store/quarantine'

/** Records of older formats, as plain JSON: the schemas know only the present one. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** A snapshot file of an older format. */
export interface OldFile {
  readonly format: number
  readonly seq: number
  readonly data: JsonObject
}

const header =
  /^\{"format":(\d),(?:"name":"([^"\\]{1,200})",)?"seq":(\d+),"sha256":"([0-9a-f]{64})","data":\n/

/** Reads a snapshot file of an older format. Null where there is nothing to migrate: missing, damaged (then set aside), or migrated already. */
export function readOld(folder: string, name: string, files: Files, newest: number): OldFile | null {
  let text: string
  try {
    text = asWritten(files.readNow(join(folder, name)).toString('utf8'))
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    if (!isNotAFile(error)) throw error
    quarantine(folder, name, files)
    return null
  }
  if (text.startsWith(`{"format":${newest},`)) return null
  const match = header.exec(text)
  const [whole = '', format = '', ownName, seq = '', sum] = match ?? []
  const body = text.slice(whole.length, -2)
  const summed = ownName === undefined ? body : `${format}\n${ownName}\n${seq}\n${body}`
  if (!match || sha256(summed) !== sum || (ownName !== undefined && ownName !== name)) {
    quarantine(folder, name, files)
    return null
  }
  return { format: Number(format), seq: Number(seq), data: JSON.parse(body) as JsonObject }
}

export function mapValues(record: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(objectOf(value))]))
}

export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

export function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

/**
 * What one version of the format changed in the records. Each change leaves a record that has it as it is.
 */
export interface RecordChanges {
  readonly theme: (theme: JsonObject) => JsonObject
  readonly document: (document: JsonObject) => JsonObject
  /** The part of a document that an operation changes. */
  readonly part: (document: JsonObject) => JsonObject
  readonly annotation: (annotation: JsonObject) => JsonObject
  readonly work: (work: JsonObject) => JsonObject
  /** Name, coders and the like: the data of `project.json`. */
  readonly info: (info: JsonObject) => JsonObject
}

/** An operation of the journal, with the records in it changed. */
export function changedOperation(operation: JsonObject, changes: RecordChanges): JsonObject {
  switch (operation.type) {
    case 'batch':
      return {
        ...operation,
        operations: arrayOf(operation.operations).map((each) => changedOperation(objectOf(each), changes))
      }
    case 'project.create':
      return { ...operation, info: changes.info(objectOf(operation.info)) }
    case 'annotation.add':
      return { ...operation, annotation: changes.annotation(objectOf(operation.annotation)) }
    case 'document.add':
      return { ...operation, document: changes.document(objectOf(operation.document)) }
    case 'document.update':
      return { ...operation, patch: changes.part(objectOf(operation.patch)) }
    case 'work.add':
      return { ...operation, work: changes.work(objectOf(operation.work)) }
    case 'theme.add':
      return { ...operation, theme: changes.theme(objectOf(operation.theme)) }
    case 'codebook.replace':
      return { ...operation, themes: mapValues(objectOf(operation.themes), changes.theme) }
    default:
      return operation
  }
}
