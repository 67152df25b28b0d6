import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { appError } from '../../shared/model/app-error'
import { ProjectInfo } from '../../shared/model/project'
import { addSample } from '../import/sample-corpus'
import { corpusFolder } from '../project/corpus-folder'
import { createProject } from '../project/create'
import { builtFolder } from '../workers/built'
import { exit, refuse, tell, UsageError } from './io'
import { coderOf, makeParser, newCoder, withProject } from './with-project'

export async function newCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      sample: { type: 'boolean', default: false },
      uncoded: { type: 'boolean', default: false }
    }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('new takes one PROJECT')
  if (values.uncoded && !values.sample) throw new UsageError('--uncoded goes with --sample')
  const title = values.title ?? basename(resolve(folder))
  const { maxLength } = ProjectInfo.shape.name
  if (!ProjectInfo.shape.name.safeParse(title).success || title.trim() === '')
    return refuse(appError('Invalid', 'projectNameUnfit', { length: title.length, most: maxLength ?? 0 }))
  const created = await createProject(resolve(folder), title, newCoder())
  if (!created.ok) return refuse(created.error)
  tell(`Created ${folder}`)
  if (!values.sample) return exit.done
  return withProject(resolve(folder), async (session) => {
    const parser = makeParser()
    try {
      const added = await addSample(session, parser, corpusFolder(builtFolder), coderOf(session).id, {
        coded: !values.uncoded
      })
      if (!added.ok) return refuse(added.error)
      tell(`Added ${added.value} documents of the sample corpus`)
      return exit.done
    } finally {
      parser.close()
    }
  })
}
