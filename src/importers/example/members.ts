import type { NeutralMember } from '../neutral.ts'

interface Card {
  title?: string
  country?: string
  location?: string
  /** What the card showed before the first post of the record: messages and reaction score. */
  before?: [messages: number, score: number]
}

function member(key: string, name: string, joined: string, card: Card = {}): NeutralMember {
  return {
    key,
    name,
    title: card.title ?? null,
    joinedAt: Date.parse(`${joined}T09:00:00Z`),
    messages: card.before?.[0] ?? null,
    reactionScore: card.before?.[1] ?? null,
    country: card.country ?? null,
    location: card.location ?? null,
  }
}

/** The members, by the keys that the threads use. */
export const MEMBERS: readonly NeutralMember[] = [
  member('tamsin', 'Tamsin Quayle', '2019-02-01', {
    title: 'Keeper of the log',
    country: 'United Kingdom',
    location: 'Whitby',
    before: [2874, 6120],
  }),
  member('tomas', 'Tomás Rell', '2019-02-09', {
    country: 'Portugal',
    location: 'Setúbal',
    before: [4118, 9302],
  }),
  member('oldsalt', 'OldSalt47', '2019-03-17', {
    title: 'Was here before the paint',
    country: 'New Zealand',
    before: [1966, 2401],
  }),
  member('zofia', 'Zofia Wrzos', '2019-11-05', {
    title: 'Reads the footnotes',
    country: 'Poland',
    location: 'Gdynia',
    before: [1207, 5316],
  }),
  member('maren', 'Maren Oduya', '2024-12-02', {
    country: 'Netherlands',
    location: 'Delft',
    before: [302, 12],
  }),
  member('bram', 'Bram ter Laak', '2020-04-22', {
    title: 'Tug master, retired',
    country: 'Belgium',
    location: 'Ostend',
    before: [874, 3118],
  }),
  member('quidnunc', 'Quidnunc', '2020-08-30', { title: 'Counsel for the other side', before: [2190, 1043] }),
  member('saeki', '佐伯藍子', '2021-01-11', { country: 'Japan', location: '長崎', before: [611, 2874] }),
  member('layla', 'ليلى بنت البحر', '2021-03-02', {
    country: 'Morocco',
    location: 'طنجة',
    before: [388, 1502],
  }),
  member('salim', 'سليم أبو الخرائط', '2022-06-19', {
    country: 'Jordan',
    location: 'العقبة',
    before: [141, 604],
  }),
  member('naama', 'נעמה גל-ים', '2021-05-25', { country: 'Israel', location: 'חיפה', before: [437, 1688] }),
  member('eleni', 'Ελένη Βαρδή', '2021-07-14', {
    country: 'Greece',
    location: 'Ερμούπολη',
    before: [529, 2240],
  }),
  member('fyodor', 'Фёдор Лукич', '2021-09-30', {
    country: 'Kazakhstan',
    location: 'Алматы',
    before: [96, 388],
  }),
  member('priya', 'प्रिया वाघमारे', '2022-01-26', { country: 'India', location: 'पुणे', before: [212, 905] }),
  member('jonas', 'Jonas Hägerby', '2022-02-14', {
    country: 'Sweden',
    location: 'Umeå',
    before: [640, 2312],
  }),
  member('ines', 'Inés Carabantes', '2022-05-08', {
    country: 'Chile',
    location: 'Valparaíso',
    before: [305, 1466],
  }),
  member('oluwaseun', 'Olúwaṣeun A.', '2022-08-17', {
    title: 'Ask me for the denominator',
    country: 'Nigeria',
    location: 'Lagos',
    before: [753, 3590],
  }),
  member('thuylinh', 'Đặng Thùy Linh', '2022-11-20', {
    country: 'Vietnam',
    location: 'Hải Phòng',
    before: [118, 402],
  }),
  member('gulcin', 'Gülçin Öztaş', '2023-03-08', {
    country: 'Türkiye',
    location: 'İzmir',
    before: [167, 531],
  }),
  member('sorcha', 'Sorcha Ní Bhroin', '2023-06-16', {
    country: 'Ireland',
    location: 'Gaillimh',
    before: [498, 2075],
  }),
  member('pelikan', 'pelikan', '2019-12-24', {
    country: 'Germany',
    location: 'Rostock',
    before: [1533, 2960],
  }),
  member('hannes', 'Hannes Brücklmeier', '2023-10-02', {
    country: 'Austria',
    location: 'Linz',
    before: [274, 811],
  }),
  member('yian', '陳以安', '2023-11-28', { country: 'Singapore', before: [83, 377] }),
  member('minseo', '한민서', '2024-02-29', { country: 'South Korea', location: '부산', before: [24, 91] }),
  member('anahit', 'Անահիտ Ծովյան', '2024-05-12', {
    country: 'Armenia',
    location: 'Գյումրի',
    before: [66, 340],
  }),
  member('nino', 'ნინო ზღვისპირელი', '2024-07-07', {
    country: 'Georgia',
    location: 'ბათუმი',
    before: [31, 128],
  }),
  member('rafael', 'Rafael Cumbane', '2024-09-25', {
    country: 'Mozambique',
    location: 'Beira',
    before: [19, 77],
  }),
  member('adwoa', 'Adwoa Sarpong', '2025-01-03', { country: 'Ghana', location: 'Tema' }),
  member('leilani', 'Leilani Kahue', '2025-06-11', { country: 'United States', location: 'Hilo' }),
  member('mathilde', 'mathilde_w', '2026-01-15', { country: 'France', location: 'Brest' }),
]
