export type Field = 'joined' | 'messages' | 'reactionScore' | 'country' | 'location'

/** The labels of a member card as boards print them in the languages they are translated into. */
const LABELS: Record<Field, string> = {
  joined:
    'joined|join date|joined date|registered|member since|registration date|mitglied seit|registriert|registriert seit|' +
    'dabei seit|anmeldedatum|beitritt|inscription|inscrit|inscrit le|inscrit depuis|membre depuis|date d’inscription|' +
    "date d'inscription|enregistré le|registrado|se incorporó|desde|fecha de ingreso|miembro desde|ingreso|registro|" +
    'iscritto|iscritto il|iscritto dal|registrato|registrato il|data registrazione|dołączył|dołączył(a)|dołączyła|' +
    'rejestracja|zarejestrowany|data rejestracji|регистрация|зарегистрирован|дата регистрации|на форуме с|присоединился|' +
    'lid geworden|lid sinds|geregistreerd|registratiedatum|aangemeld|registrado em|membro desde|data de registro|entrou em|' +
    'inscreveu-se|medlem sedan|gick med|medlem siden|tilmeldt|registrován|založen|katılım|kayıt|' +
    'csatlakozott|regisztrált|membru din|data înscrierii|înregistrat|з нами з|зареєстрований|реєстрація|liittynyt|rekisteröitynyt|εγγραφή|ημερομηνία εγγραφής|μέλος από|登録日|登録日時|注册时间|注册日期|註冊時間|註冊日期|加入时间|加入|가입일|가입|تاريخ التسجيل|اشترك في|انضم|عضو منذ|הצטרף|תאריך הצטרפות|регистриран на|регистриран|pridružen/a|pridružio|pridružen|registriran|registrovaný|založený|tham gia ngày|ngày tham gia|tham gia|bergabung|ble med|registrert|registrert siden|prisijungė|užsiregistravo|liitunud|reģistrējies|s’est enregistré|inscripció|membre des de',
  messages:
    'messages|posts|post count|total posts|message count|beiträge|anzahl beiträge|nachrichten|mensajes|publicaciones|' +
    'messaggi|post|posty|wiadomości|postów|сообщения|сообщений|сообщ|посты|постов|berichten|mensagens|postagens|' +
    'inlägg|meddelanden|indlæg|příspěvky|zpráv|mesajlar|mesaj|odpowiedzi|aantal berichten|contributions|' +
    'hozzászólások|üzenetek|mesaje|postări|повідомлень|повідомлення|дописи|дописів|viestit|viestejä|viestiä|δημοσιεύσεις|μηνύματα|記事|投稿|メッセージ|帖子|文章|消息|전체글|게시물|글|مشاركات|المشاركات|الرسائل|הודעות|мнения|съобщения|postovi|poruke|poruka|príspevky|správy|bài viết|bài gửi|pesan|innlegg|pranešimai|postitused|ziņas|missatges|entrades',
  reactionScore:
    'reaction score|reactions|reaction points|likes received|likes|punkte reaktionen|reaktionspunkte|reaktionen|' +
    "reaktionswert|erhaltene likes|zustimmungen|score réactions|score de réaction|réactions|j’aime reçus|j'aime reçus|" +
    'puntuación de reacciones|puntuación reacciones|puntos de reacción|punteggio reazioni|punteggio di reazione|wynik reakcji|' +
    'punkty reakcji|реакции|баллы реакций|реакций|симпатии|waardering|reactiescore|waarderingsscore|pontuação de reações|' +
    'reaktionspoäng|reaktionsscore|tepki puanı|' +
    'reakciópontszám|reakciók|scor reacții|рейтинг реакцій|реакції|reaktiopisteet|βαθμολογία αντιδράσεων|リアクションスコア|反馈评分|反應評分|점수|نقاط التفاعل|ניקוד תגובות|điểm tương tác',
  country:
    'country|land|pays|país|paese|nazione|kraj|страна|ülke|země|' +
    'ország|țară|країна|maa|χώρα|国|国家|國家|국가|الدولة|البلد|מדינה|држава|država|krajina|quốc gia|negara|land/region',
  location:
    'location|from|ort|wohnort|standort|localisation|lieu|ville|ubicación|ubicacion|lugar|localidad|località|residenza|' +
    'lokalizacja|skąd|miejscowość|откуда|местоположение|город|адрес|woonplaats|locatie|localização|localidade|plats|sted|' +
    'bydliště|konum|şehir|' +
    'tartózkodási hely|lakhely|localitate|locaţie|locație|звідки|місто|paikkakunta|sijainti|τοποθεσία|お住まい|所在地|来自|來自|所在地点|거주지|지역|مكان|الإقامة|الموقع|מיקום|местоположение|lokacija|bydlisko|đến từ|nơi ở|lokasi|bosted|miestas|asukoht|atrašanās vieta|ubicació|població',
}

const FIELD_OF = new Map<string, Field>(
  (Object.keys(LABELS) as Field[]).flatMap(field =>
    LABELS[field].split('|').map(label => [label, field] as const),
  ),
)

/** A printed label → the field it stands for, or null for labels a card of ours has no place for. */
export const fieldOf = (label: string): Field | null =>
  FIELD_OF.get(
    label
      .toLowerCase()
      .normalize('NFC')
      .replace(/\s*[:：]?\s*$/, '')
      .trim(),
  ) ?? null
