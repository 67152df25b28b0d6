import { deflateRawSync } from 'node:zlib'

/**
 * A zip archive (APPNOTE.TXT 4.3) of files that are nothing but blanks, each of so many megabytes: a few hundred kB that
 * unpack to very much. Its checksums of the files are not right, since nobody should get as far as to look at them.
 */
export function archiveBomb(names: readonly string[], megabytes: number): Buffer {
  const length = megabytes * 1024 * 1024
  const packed = deflateRawSync(Buffer.alloc(length, 0x20), { level: 1 })
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const name of names) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(position, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, Buffer.from(name))
    parts.push(local)
    position += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(position, 16)
  return Buffer.concat([...parts, central, end])
}
