/**
 * Word material of the generated texts. Every subject is singular and, where a language minds, masculine; every
 * predicate is in the present, so that any row of parts makes a sentence.
 */
interface Words {
  openings: readonly string[]
  subjects: readonly string[]
  predicates: readonly string[]
  /** Stands before the name of a town. */
  near: string
  endings: readonly string[]
}

/** A sentence is a beginning, the name of a town and an end; a title is the name of a town and an event. */
export interface Language {
  beginnings: readonly string[]
  ends: readonly string[]
  events: readonly string[]
  /** Words in a sentence, on average. */
  sentenceWords: number
}

const meanWords = (phrases: readonly string[]): number =>
  phrases.reduce((sum, phrase) => sum + phrase.trim().split(' ').length, 0) / phrases.length

/** All that can be put together before it is known where it happens. */
function language({ openings, subjects, predicates, near, endings }: Words): Language {
  const events = subjects.flatMap(subject => predicates.map(predicate => `${subject} ${predicate}`))
  const beginnings = openings.flatMap(opening => events.map(event => `${opening} ${event} ${near} `))
  const ends = endings.map(ending => ` ${ending}.`)
  return { beginnings, ends, events, sentenceWords: meanWords(beginnings) + 1 + meanWords(ends) }
}

const ENGLISH = language({
  openings: [
    'As far as one can tell,',
    'According to the minutes,',
    'For the third time this year,',
    'To be fair,',
    'On the other hand,',
    'By all accounts,',
    'Since last autumn,',
    'If the report is right,',
    'In plain words,',
    'Contrary to the headline,',
    'Without much noise,',
    'Judging by the timetable,',
    'Once again,',
    'Oddly enough,',
    'In the second paragraph,',
    'Until somebody shows otherwise,',
  ],
  subjects: [
    'the council',
    'the harbour master',
    'a retired engineer',
    'the ferry company',
    'the ministry',
    'the mediator',
    'the local paper',
    'a committee of seven',
    'the water board',
    'the night shift',
    'the auditor',
    'the union',
    'an independent expert',
    'the railway',
    'the new operator',
    'the district court',
  ],
  predicates: [
    'postpones the decision on the bridge',
    'publishes a table without a unit',
    'defends the old roster',
    'asks for twenty-one days of notice',
    'quotes a letter that nobody has seen',
    'counts only the delayed cargo',
    'admits a mistake in the first figure',
    'rejects the second offer',
    'finds the missing page of the agreement',
    'promises an answer before winter',
    'compares two quite different years',
    'pays for a third crew',
    'describes the flood as a rounding error',
    'opens the archive to visitors',
    'repeats the claim without a source',
    'changes the wording after the vote',
  ],
  near: 'near',
  endings: [
    'and calls it progress',
    'while the ships wait outside',
    'although the law says otherwise',
    'because the budget ends in March',
    'and nobody asks why',
    'which is more than we had last year',
    'before the pellets run out',
    'as it has done since 2011',
    'at a cost of 8 million',
    'on page 14 of the annex',
    'until the next election',
    'with the best of intentions',
    'for reasons that remain unclear',
    'in front of some 300 people',
    'and I believe every word',
    'so the question stays open',
  ],
})

const GERMAN = language({
  openings: [
    'Soweit man weiß:',
    'Laut Protokoll:',
    'Noch einmal in Ruhe:',
    'Kurz gesagt:',
    'Zur Erinnerung:',
    'Und siehe da:',
    'Nach allem, was man liest:',
    'Ganz nüchtern betrachtet:',
  ],
  subjects: [
    'der Gemeinderat',
    'die Hafenbehörde',
    'ein pensionierter Lotse',
    'das Ministerium',
    'die Gewerkschaft',
    'der Rechnungshof',
    'die Lokalzeitung',
    'der neue Betreiber',
  ],
  predicates: [
    'vertagt die Entscheidung über die Brücke',
    'veröffentlicht eine Tabelle ohne Einheit',
    'verteidigt den alten Dienstplan',
    'verlangt eine Frist von drei Wochen',
    'zitiert einen Brief ohne Datum',
    'findet die fehlende Seite des Vertrags',
    'wiederholt die Behauptung ohne Quelle',
    'lehnt das zweite Angebot ab',
  ],
  near: 'bei',
  endings: [
    'und nennt es Fortschritt',
    'obwohl das Gesetz etwas anderes sagt',
    'und niemand fragt nach',
    'wie schon im Jahr 2011',
    'für rund 8 Millionen',
    'kurz vor der nächsten Wahl',
    'mit den besten Absichten',
    'und die Frage bleibt offen',
  ],
})

const SPANISH = language({
  openings: [
    'Según el acta,',
    'Una vez más,',
    'Por lo que se sabe,',
    'Dicho en pocas palabras,',
    'A pesar del titular,',
    'Desde el otoño pasado,',
    'Sin hacer ruido,',
    'Si el informe acierta,',
  ],
  subjects: [
    'el ayuntamiento',
    'la autoridad del puerto',
    'un ingeniero jubilado',
    'el ministerio',
    'el sindicato',
    'el tribunal de cuentas',
    'el diario local',
    'la empresa del transbordador',
  ],
  predicates: [
    'aplaza la decisión sobre el puente',
    'publica una tabla sin unidades',
    'defiende el calendario antiguo',
    'pide tres semanas de aviso',
    'cita una carta que nadie ha visto',
    'encuentra la página perdida del acuerdo',
    'repite la cifra sin dar la fuente',
    'rechaza la segunda oferta',
  ],
  near: 'cerca de',
  endings: [
    'y lo llama progreso',
    'mientras los barcos esperan',
    'aunque la ley diga otra cosa',
    'y nadie pregunta por qué',
    'como hace desde 2011',
    'por unos 8 millones',
    'hasta las próximas elecciones',
    'con la mejor intención',
  ],
})

const RUSSIAN = language({
  openings: [
    'Судя по протоколу,',
    'Насколько известно,',
    'Ещё раз:',
    'Говоря коротко,',
    'Вопреки заголовку,',
    'С прошлой осени',
    'Если отчёт не ошибается,',
    'Без лишнего шума',
  ],
  subjects: [
    'городской совет',
    'начальник порта',
    'бывший инженер',
    'профсоюз',
    'министр',
    'посредник',
    'местный журналист',
    'новый оператор',
  ],
  predicates: [
    'откладывает решение о мосте',
    'публикует таблицу без единиц',
    'защищает старый график',
    'просит три недели отсрочки',
    'цитирует письмо без даты',
    'находит пропавшую страницу договора',
    'повторяет цифру без источника',
    'отклоняет второе предложение',
  ],
  near: 'у города',
  endings: [
    'и называет это прогрессом',
    'пока корабли ждут на рейде',
    'хотя закон говорит иное',
    'и никто не спрашивает почему',
    'как и в 2011 году',
    'примерно за 8 миллионов',
    'до следующих выборов',
    'и вопрос остаётся открытым',
  ],
})

const ARABIC = language({
  openings: [
    'وفقًا للمحضر،',
    'بحسب ما نعرف،',
    'مرة أخرى،',
    'باختصار شديد،',
    'على عكس العنوان،',
    'منذ الخريف الماضي،',
    'إذا صحّ التقرير،',
    'من دون ضجيج،',
  ],
  subjects: [
    'المجلس البلدي',
    'مدير الميناء',
    'مهندس متقاعد',
    'وزير المياه',
    'رئيس النقابة',
    'ديوان المحاسبة',
    'مراسل محلي',
    'المشغّل الجديد',
  ],
  predicates: [
    'يؤجل القرار بشأن الجسر',
    'ينشر جدولًا بلا وحدات',
    'يدافع عن الجدول القديم',
    'يطلب مهلة من ثلاثة أسابيع',
    'يقتبس رسالة لم يرها أحد',
    'يجد الصفحة المفقودة من الاتفاق',
    'يكرر الرقم بلا مصدر',
    'يرفض العرض الثاني',
  ],
  near: 'قرب',
  endings: [
    'ويسمّي ذلك تقدمًا',
    'بينما تنتظر السفن في الخارج',
    'رغم أن القانون يقول غير ذلك',
    'ولا يسأل أحد عن السبب',
    'كما فعل منذ عام 2011',
    'بكلفة تبلغ 8 ملايين',
    'حتى الانتخابات المقبلة',
    'ويبقى السؤال مفتوحًا',
  ],
})

/** The first is the commonest. */
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN, SPANISH, RUSSIAN, ARABIC]
