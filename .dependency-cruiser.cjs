/** Imports go one way: domain <- db <- server <- app. @type {import('dependency-cruiser').IConfiguration} */
const features =
  '(accounts|institutions|workspaces|events|documents|plans|plan-imports|activity|offline|partners|saved-views|provenance|funding-cycles|commitments|exchange-rates|iati-imports|resource-mapping|data-quality|dialogues|calendar-feeds|api)';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(db|server|app|tests|bench|scripts)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'No I/O, no framework; Yjs, exact decimals, fractional indexing and an XML tokenizer only.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: 'node_modules/(yjs|lib0|y-protocols|big\\.js|fractional-indexing|saxes|zod|@types)/',
      },
    },
    {
      name: 'db-imports-domain-only',
      severity: 'error',
      from: { path: '^db/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|app|tests|bench|scripts)/' },
    },
    {
      name: 'server-does-not-import-app',
      severity: 'error',
      from: { path: '^server/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(app|tests|bench|scripts)/' },
    },
    {
      name: 'app-uses-types-of-server-only',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|db)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(domain|db|server|app)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(tests|bench|scripts)/' },
    },
    {
      name: 'features-meet-at-their-index',
      severity: 'error',
      from: { path: `^(server|app)/features/${features}/` },
      to: {
        path: `^$1/features/${features}/`,
        pathNot: [`^$1/features/$2/`, '/index\\.tsx?$', '\\.server\\.ts$'],
      },
    },
    {
      name: 'sync-stands-alone',
      comment: 'The engine could be published as a package: it knows the protocol and nothing else of ours.',
      severity: 'error',
      from: { path: '^server/sync/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(db|app|server/(?!sync/))' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|single-fetch|[?]url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|bench/peers)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
