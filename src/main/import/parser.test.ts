import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forkChild } from './fork-child'
import { parseFile } from './parse-file'
import { type ParseChild, type ParseRequest, Parser } from './parser'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-parser-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A child that does what a test says, in place of a process. */
class FakeChild implements ParseChild {
  static started = 0
  killed = false
  private message: (message: unknown) => void = () => {}
  private exit: () => void = () => {}

  constructor(
    private readonly taken: () => number,
    private readonly answers: (request: ParseRequest, own: FakeChild) => void
  ) {
    FakeChild.started++
  }
  memory = async () => this.taken()
  send = (request: ParseRequest) => this.answers(request, this)
  onMessage = (listener: (message: unknown) => void) => {
    this.message = listener
  }
  onExit = (listener: () => void) => {
    this.exit = listener
  }
  kill = () => {
    this.killed = true
  }
  reply = async ({ id, path }: ParseRequest) => this.message({ id, result: await parseFile(path) })
  die = () => this.exit()
}

describe('the parsing process', () => {
  it('is ended where a file needs too much memory; the next file gets a new one', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'The office met.')
    FakeChild.started = 0
    const children: FakeChild[] = []
    const parser = new Parser(() => {
      const first = children.length === 0
      const child = new FakeChild(
        () => (first ? 600e6 : 50e6),
        (request, own) => void (first ? null : own.reply(request))
      )
      children.push(child)
      return child
    })
    const heavy = await parser.parse(path)
    expect(!heavy.ok && heavy.error.key).toBe('fileTooHeavy')
    expect(children[0]?.killed).toBe(true)
    expect((await parser.parse(path)).ok).toBe(true)
    expect(FakeChild.started).toBe(2)
    parser.close()
  })

  it('that dies costs the file in hand and no other', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'The office met.')
    let died = false
    const parser = new Parser(
      () =>
        new FakeChild(
          () => 50e6,
          (request, own) => {
            if (died) void own.reply(request)
            else own.die()
            died = true
          }
        )
    )
    const [one, other] = await Promise.all([parser.parse(path), parser.parse(path)])
    expect([!one.ok && one.error.key, other.ok]).toEqual(['fileTooHeavy', true])
    parser.close()
  })

  it('that cannot be started, or not be spoken to, costs the file in hand and no other', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'The office met.')
    let tries = 0
    const parser = new Parser(() => {
      tries++
      if (tries === 1) throw new Error('spawn EAGAIN')
      return new FakeChild(
        () => 50e6,
        (request, own) => {
          if (tries === 2) throw new Error('channel closed')
          void own.reply(request)
        }
      )
    })
    const answers = [await parser.parse(path), await parser.parse(path), await parser.parse(path)]
    expect(answers.map((each) => (each.ok ? 'read' : each.error.message))).toEqual([
      'a.txt could not be read: spawn EAGAIN',
      'a.txt could not be read: channel closed',
      'read'
    ])
    parser.close()
  })

  it('under plain Node is no end of the command where it is gone when it is spoken to', async () => {
    const script = join(folder, 'child.mjs')
    await writeFile(script, 'process.exit(3)')
    const child = forkChild(script)
    await new Promise<void>((resolve) => child.onExit(() => resolve()))
    child.send({ id: 1, path: 'a.txt', options: {}, into: null })
    child.kill()
  })
})
