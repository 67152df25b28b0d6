import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newId } from '../../shared/model/new-id'
import { coderColours } from '../../shared/model/palette'
import { corpusFolder } from '../project/corpus-folder'
import { createProject } from '../project/create'
import { addSample } from '../project/sample'
import { userName } from '../project/user-name'
import { builtFolder } from '../workers/built'
import { exit, refuse, tell, UsageError } from './io'
import { coderOf, makeParser, withProject } from './with-project'

export async function newCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { title: { type: 'string' }, sample: { type: 'boolean', default: false } }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('new takes one PROJECT')
  const coder = { id: newId.coder(), name: userName(), colour: coderColours[0] }
  const created = await createProject(resolve(folder), values.title ?? basename(resolve(folder)), coder)
  if (!created.ok) return refuse(created.error)
  tell(`Created ${folder}`)
  if (!values.sample) return exit.done
  return withProject(resolve(folder), async (session) => {
    const parser = makeParser()
    try {
      const added = await addSample(session, parser, corpusFolder(builtFolder), await coderOf(session))
      if (!added.ok) return refuse(added.error)
      tell(`Added ${added.value} documents of the sample corpus`)
      return exit.done
    } finally {
      parser.close()
    }
  })
}
