/**
 * Which rooms may look into which, type imports too. `npm run check` holds it; docs/architecture.md says why.
 * Main goes from the disk up to the windows: a layer knows those under it and none above.
 */
const main = ['store', 'backup', 'project', '(import|services|citation|concordance)', 'export', '(rpc|cli)', 'electron']
const upwards = main.slice(0, -1).map((layer, at) => ({
  name: `no-way-up-from-${layer.replace(/\W/g, '')}`,
  severity: 'error',
  from: { path: `^src/main/${layer}/`, pathNot: '\\.test\\.ts$|/testing/' },
  to: { path: `^src/main/(${main.slice(at + 1).join('|')})/` }
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-imports-that-do-not-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true }
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(main|renderer|preload)/' }
    },
    {
      name: 'windows-and-main-meet-in-shared',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { path: '^src/(main|preload)/' }
    },
    {
      name: 'main-knows-no-windows',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/renderer/' }
    },
    {
      name: 'only-electron-rooms-know-electron',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/(electron/|index\\.ts$)' },
      to: { path: '^(electron|node_modules/electron/)' }
    },
    {
      name: 'what-ships-is-a-dependency',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '\\.test\\.ts$|/testing/|^src/main/.*\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(electron|@types)/' }
    },
    ...upwards
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types']
    }
  }
}
