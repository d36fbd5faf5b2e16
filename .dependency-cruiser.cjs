/**
 * Which folder may import which. The ladder is read from the top: a step imports only steps below it. ARCHITECTURE.md
 * explains it, this file enforces it, `npm run imports` runs it.
 */
const LADDER = [
  'src/cli',
  'src/main',
  'src/(importers|federation)',
  'src/(listeners|handlers|schedule|plugin-api)',
  'src/pages',
  'src/forum',
  'src/plugins',
  'src/(web|live|mail|jobs|outgoing|files)',
  '(src/store|migrations)',
  'src/config',
  'src/base',
  'packages',
]
const ENGINES = ['web', 'live', 'mail', 'jobs', 'outgoing', 'files']
const TEST = '\\.test\\.ts$'

/** A step of the ladder as a pattern: the folder, or the file of that name. */
const step = path => `^${path}(/|\\.ts$)`

const upward = LADDER.slice(1).map((low, index) => ({
  name: `nothing-above-${low.replace(/^src\//, '')}`,
  comment: `${low} imports only what stands below it.`,
  severity: 'error',
  from: { path: step(low), pathNot: TEST },
  to: {
    path: LADDER.slice(0, index + 1)
      .map(step)
      .join('|'),
  },
}))

const apart = (folder, others) => ({
  name: `${folder}-stands-alone`,
  comment: 'Neighbours on one step do not know each other; whoever stands above joins them.',
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: { path: `^src/(${others.filter(other => other !== folder).join('|')})/` },
})

/** What a file of this name must not import, wherever it stands. */
const role = (name, files, comment, banned) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/(forum|pages)/.*/${files}\\.ts$` },
  to: { path: banned },
})

/** A package that only the named folders may load; naming its types is free to all. */
const only = (name, comment, packages, folders) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(src|packages)/', pathNot: [...folders, TEST] },
  to: { path: `(^|/)node_modules/(@types/)?(${packages})(/|$)`, dependencyTypesNot: ['type-only'] },
})

module.exports = {
  forbidden: [
    ...upward,
    ...ENGINES.map(engine => apart(engine, ENGINES)),
    {
      name: 'no-circle',
      comment: 'No file reaches itself through values it imports.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-form-a-ladder',
      comment: 'Forum features stand on each other without a circle.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/forum/' },
      to: { circular: true, path: '^src/forum/' },
    },
    {
      name: 'pages-stand-apart',
      comment: 'A page shares the shell with the others and nothing else.',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/', pathNot: ['^src/pages/shell/', TEST] },
      to: { path: '^src/pages/[^/]+/', pathNot: '^src/pages/(shell|$1)/' },
    },
    {
      name: 'sql-in-store-files',
      comment: 'SQL is written in store files and in src/store; everything else calls them.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['/store\\.ts$', '/store-[a-z-]+\\.ts$', '/store/(tables/)?[^/]+\\.ts$', TEST],
      },
      to: { path: '(^|/)node_modules/kysely/' },
    },
    only('databases-in-the-store', 'src/store opens databases, nobody else.', 'better-sqlite3|pg', [
      '^src/store/',
    ]),
    only('server-in-the-web', 'src/web is the HTTP engine.', 'fastify|@fastify/[^/]+', [
      '^src/web/',
      '^src/main\\.ts$',
    ]),
    only('mail-in-the-mail', 'src/mail puts mails together and sends them.', 'nodemailer', ['^src/mail/']),
    {
      name: 'one-way-out',
      comment:
        'Requests to other machines are made by src/outgoing alone; src/web answers those that come in.',
      severity: 'error',
      from: { path: '^(src|packages|migrations)/', pathNot: ['^src/outgoing/', TEST] },
      to: { path: '^(node:)?(https|http2|dns|tls|dgram)(/|$)|(^|/)node_modules/undici(/|$)' },
    },
    {
      name: 'sockets-in-the-engines',
      comment: 'The rest names the types at most.',
      severity: 'error',
      from: {
        path: '^(src|packages|migrations)/',
        // What is an IP address is asked of node:net too.
        pathNot: ['^src/(outgoing|web)/', '^src/config/kinds\\.ts$', TEST],
      },
      to: { path: '^(node:)?(http|net)(/|$)', dependencyTypesNot: ['type-only'] },
    },
    role(
      'model-and-rules-are-pure',
      '(model|rules)',
      'Types, parsing and permission without input or output.',
      '/(store|actions|routes|views)\\.ts$|^src/(web|live|mail|jobs|store)/|^(node:)?(fs|http|net|child_process)',
    ),
    role(
      'views-are-pure',
      'views',
      'Data to markup: no look-ups, no deeds.',
      '/(store|actions|routes|load)\\.ts$|^src/(live|mail|jobs|store)/|^(node:)?(fs|http|net|child_process)',
    ),
    role(
      'store-is-sql',
      'store[a-z-]*',
      'SQL of one feature, without permission or presentation.',
      '/(actions|routes|views|rules)\\.ts$|^src/(web|live|mail)/',
    ),
    role(
      'actions-know-no-entrance',
      'actions(/[^/]*|)',
      'One action serves the form, the API, the import and the command line.',
      '/(routes|views)\\.ts$|^src/(web|live|mail)/',
    ),
    {
      name: 'browser-code-stays-in-the-browser',
      comment: 'What is sent to readers imports nothing of the server.',
      severity: 'error',
      from: { path: '/island\\.ts$|/browser/|^src/forum/posts/editor/', pathNot: TEST },
      to: { path: '^src/', pathNot: '/browser/|/island\\.ts$|/model\\.ts$|^src/forum/posts/editor/' },
    },
    {
      name: 'reading-is-loaded-on-demand',
      comment:
        'What reads posts is large: it is loaded where something is read. Words are compared without it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/forum/record/read-post\\.ts$', '^src/cli/record/', TEST] },
      to: { path: '^packages/record/src/record\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-know-no-forum',
      comment: 'The packages are pure and useful alone.',
      severity: 'error',
      from: { path: '^packages/', pathNot: TEST },
      to: { path: '^(src|migrations)/|^(node:)?(fs|http|net|child_process)' },
    },
    {
      name: 'tests-are-not-shipped',
      comment: 'The product imports neither tests nor tools.',
      severity: 'error',
      from: { path: '^(src|packages|migrations)/', pathNot: TEST },
      to: { path: `^(tests|scripts|bench)/|${TEST}` },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // What tests share leans on features of its choice; followed, it would join them all in one circle.
    doNotFollow: { path: 'node_modules|^tests/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
