import type { NeutralBoard } from '../neutral.ts'

const section = (key: string, title: string, description: string): NeutralBoard => ({
  key,
  parent: null,
  title,
  description,
  section: true,
})

const board = (key: string, parent: string | null, title: string, description: string): NeutralBoard => ({
  key,
  parent,
  title,
  description,
  section: false,
})

/** Sections and boards in the order of the index, parents first. */
export const BOARDS: readonly NeutralBoard[] = [
  section('world', 'World affairs', 'What happened, and who says so.'),
  board('harbour', 'world', 'Harbour Board', 'Ports, crews, cargo and the people who wait for it.'),
  board('pilots', 'harbour', 'Pilots and tugs', 'The last mile: rosters, manning, bridges, weather.'),
  board('assemblies', 'world', 'Assemblies', 'Parliaments, councils, recounts and the procedure in between.'),
  board('water', 'world', 'Water and rails', 'Dams, ferries, night trains, and whoever sets the timetable.'),
  section('knowing', 'How we know', 'Where a statement comes from, and what became of it on the way.'),
  board('sources', 'knowing', 'Sources and methods', 'Citing, checking, archiving, correcting.'),
  board('figures', 'sources', 'Figures and charts', 'Denominators, axes, and the unit that went missing.'),
  board('science', 'knowing', 'Science desk', 'Papers, preprints and press releases, read to the end.'),
  section('agora', 'Agora in other languages', 'The same arguments with other grammar.'),
  board('german', 'agora', 'Deutsch', 'Nachrichten, Wörter und die Frage, was dasteht.'),
  board('arabic', 'agora', 'العربية', 'نقاش في الأخبار وفي الكلمات التي تُروى بها.'),
  board('japanese', 'agora', '日本語', 'ニュースと、その言い方について。'),
  board('spanish', 'agora', 'Español', 'Noticias, matices y sobremesa.'),
  board('russian', 'agora', 'Русский', 'Новости, слова и то, что между ними.'),
  board('greek', 'agora', 'Ελληνικά', 'Ειδήσεις, λέξεις και λίγη θάλασσα.'),
  board('hebrew', 'agora', 'עברית', 'חדשות, מילים ומה שביניהן.'),
  board('hindi', 'agora', 'हिन्दी', 'ख़बरें, शब्द और उन पर बहस।'),
  board('tongues', 'agora', 'Between languages', 'Translating, and what falls overboard on the way.'),
  board('about', null, 'About this forum', 'How it works, what is broken, what was decided.'),
  board('galley', null, 'The galley', 'Off duty. Bring a cup.'),
]
