import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = import.meta.dirname

/** What a file loads when it is loaded itself: neither types alone nor what `import()` fetches later. */
function loadedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:([\w*{}\s,]+?)\s+from\s+)?'([^'\n]+)'/gm)
  return [...found].flatMap(([, type, names = '', from = '']) => {
    const listed = /^\{([^}]*)\}$/s.exec(names.trim())?.[1]
    const typesAlone = listed?.split(',').every((name) => /^\s*(type\s.*)?$/s.test(name)) ?? false
    return type || typesAlone ? [] : [from]
  })
}

/** The files and packages that the start of an entry loads. */
function startOf(entry: string): { readonly files: string[]; readonly packages: string[] } {
  const files = new Set([join(source, entry)])
  const packages = new Set<string>()
  for (const file of files)
    for (const from of loadedBy(file)) {
      const path = join(dirname(file), from)
      const here = from.startsWith('.') && ['.ts', '.tsx'].map((end) => path + end).find(existsSync)
      if (here) files.add(here)
      else if (!from.startsWith('.')) packages.add(from)
    }
  return {
    files: [...files].map((file) => relative(source, file).replaceAll('\\', '/')),
    packages: [...packages]
  }
}

describe('the start', () => {
  const main = startOf('main/electron/boot.ts')
  const page = startOf('renderer/app/main.tsx')

  it('of the main process loads no format of exports or imports, and nothing that cites', () => {
    expect(main.files).toContain('main/rpc/handlers.ts')
    const needless =
      /^main\/(export\/(?!writing|words|clipboard|html\/(?:markup|rich-html))|import\/formats\/|import\/commit|citation\/(?!opened|style-problem))/
    expect(main.files.filter((file) => needless.test(file))).toEqual([])
    const heavy =
      /^(citeproc|xmlbuilder2|linkedom|parse5|papaparse|yaml|mammoth|pdfjs-dist|mdast|micromark|eld)/
    expect(main.packages.filter((name) => heavy.test(name))).toEqual([])
  })

  it('of the command that exports loads the libraries of no format, and nothing that cites', () => {
    const command = startOf('main/cli/export-command.ts')
    expect(command.files).toContain('main/export/registry.ts')
    const needless =
      /^main\/(export\/(?:docx|odf|layout|html\/(?!markup)|xml|tei|edition)\/|citation\/make-citer|formulae\/serve)/
    expect(command.files.filter((file) => needless.test(file))).toEqual([])
    const heavy = /^(citeproc|xmlbuilder2|linkedom|parse5|yaml|mdast|micromark|write-excel|opencc)/
    expect(command.packages.filter((name) => heavy.test(name))).toEqual([])
  })

  it('of a window loads the library, and none of the other places', () => {
    expect(page.files).toContain('renderer/library/Library.tsx')
    const places =
      /^renderer\/(reader|editor|compare|themes|annotations|search|memos|autocoding|importing|exporting|maintenance|revising)\/.*\.tsx$/
    expect(page.files.filter((file) => places.test(file))).toEqual([])
    expect(page.packages.filter((name) => name.startsWith('prosemirror'))).toEqual([])
  })
})
