import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ExportOptions } from '../../../shared/export/export-options'
import { quotationColumns } from '../quotations/quotation-columns'
import { sampleReferences } from '../testing/sample-models'
import { sampleQuality } from '../testing/sample-quality'
import { exportWords } from '../words'
import { codebookColumns } from './codebook-columns'
import { documentColumns } from './document-columns'
import { excerptColumns } from './excerpt-columns'
import { formulaColumns } from './formula-columns'
import { qualityColumns } from './quality-columns'

it('every column of a table is in the documentation', () => {
  const told = readFileSync(join(import.meta.dirname, '../../../../docs/export-tables.md'), 'utf8')
  const { themes, groups } = sampleReferences
  const columns = [
    ...(['coding', 'excerpt'] as const).flatMap((rows) =>
      excerptColumns(sampleReferences, ExportOptions.parse({ rows }), exportWords('en'))
    ),
    ...documentColumns(sampleReferences),
    ...codebookColumns(themes, groups, []),
    ...quotationColumns,
    ...formulaColumns(sampleReferences.info),
    ...qualityColumns(sampleQuality())
  ]
  const names = new Set(columns.map(({ name }) => name).filter((name) => !name.startsWith('attribute_')))
  expect([...names].filter((name) => !told.includes(`\`${name}\``))).toEqual([])
})
