import { csvFile } from '../../csv-file'
import { defineFormat } from '../../format'
import { themesInOrder } from '../../tables/codebook-columns'
import { taguettePaths } from '../../tables/taguette-paths'

/**
 * The codebook as Taguette writes and reads it: `tag`, `parent`, `description`, `number of highlights`, by the columns of its
 * own export. Levels are parted by dots there. Rules, examples, colours and groups have no place in it.
 */
export const codebookAsTaguetteCsv = defineFormat({
  id: 'taguette-csv',
  of: 'codebook',
  extension: 'csv',
  group: 'exchange',
  label: { en: 'Taguette codebook (CSV)', 'zh-CN': 'Taguette 编码本（CSV）' },
  hint: {
    en: 'For Taguette: tags with their descriptions.',
    'zh-CN': '用于 Taguette：标签及其说明。'
  },
  options: [],
  preview: 'table',
  async write({ themes, groups, counts }, _, sink) {
    const { paths, shortened, renamed } = taguettePaths(themes)
    const all = themesInOrder(themes)
    const rows = all.map(({ id, parent, description }) => [
      paths.get(id) ?? '',
      parent === null ? '' : (paths.get(parent) ?? ''),
      description,
      counts.get(id)?.own ?? 0
    ])
    await sink.write(csvFile(['tag', 'parent', 'description', 'number of highlights'], rows))
    const rules = all.flatMap(({ inclusion, exclusion, example }) => [inclusion, exclusion, example])
    sink.leftOut('themeRules', rules.filter((each) => each !== '').length)
    sink.leftOut('groups', Object.keys(groups).length)
    sink.leftOut('shortenedNames', shortened)
    sink.leftOut('renamed', renamed)
  }
})
