import { describe, expect, it } from 'vitest'
import { MadeFiles } from '../../testing/made-files'

const made = new MadeFiles()

async function codebook(content: string) {
  const { texts, brought } = await made.read('codebook.csv', content)
  expect(texts).toEqual([])
  return brought
}

describe('a codebook as a table', () => {
  it('of this app comes back: paths, colours, definitions and rules, groups', async () => {
    const { codebook: codes, groups } = await codebook(
      `path,colour,definition,inclusion,exclusion,example,groups,highlights,with_below,id,parent_id,name,level_1
Service \\/ windows/One visit,#a2392b,"Once,
only once",In a promise.,,,Formulae; Both,3,3,t2,t1,One visit,x
Service \\/ windows,#2f7a82,'=as typed,,,,,0,3,t1,,Service / windows,x
`
    )
    expect(codes).toEqual([
      { path: ['Service / windows'], colour: '#2f7a82', description: '=as typed' },
      {
        path: ['Service / windows', 'One visit'],
        colour: '#a2392b',
        description: 'Once,\nonly once',
        inclusion: 'In a promise.'
      }
    ])
    expect(groups).toEqual([
      { name: 'Formulae', themes: [['Service / windows', 'One visit']] },
      { name: 'Both', themes: [['Service / windows', 'One visit']] }
    ])
  })

  it('of Taguette is told by its dots, with the column of parents and without', async () => {
    const paths = [['promise'], ['Dr. Who'], ['promise', 'one visit']]
    const rows = 'promise,"What is said.",2\r\nDr. Who,,0\r\npromise.one visit,,1\r\n'
    const older = await codebook(`tag,description,number of highlights\r\n${rows}`)
    expect(older.codebook.map(({ path }) => path)).toEqual(paths)
    expect(older.codebook[0]?.description).toBe('What is said.')
    const newer = await codebook(
      'tag,parent,description,number of highlights\r\npromise,,"What is said.",2\r\nDr. Who,,,0\r\npromise.one visit,promise,,1\r\n'
    )
    expect(newer.codebook.map(({ path }) => path)).toEqual(paths)
  })

  it('of anybody has names, definitions, colours; a parent above itself is none', async () => {
    const { codebook: codes } = await codebook(
      'Code;Parent;Definition;Color\nTime;;When.;red\nWaiting;Time;;\nA;B;;\nB;A;x;\nC;Unknown;;\n'
    )
    expect(codes.map(({ path }) => path.join('/'))).toEqual([
      'Time',
      'Time/Waiting',
      'B/A',
      'A/B',
      'Unknown/C'
    ])
    expect(codes[0]).toEqual({ path: ['Time'], colour: '#ff0000', description: 'When.' })
  })

  it('is not any table that has a name and a description', async () => {
    const { texts, brought } = await made.read(
      'table.csv',
      'theme,description,text\nx,y,People come only once.\n'
    )
    expect([texts.length, brought.codebook]).toEqual([1, []])
  })
})
