/** One sentence of the port strike in as many languages as there are members. */
export const TONGUES = `
= tongues #sentence One sentence in as many languages as we have

@ ines 2025-05-30 14:20 #sentence-start
Hannes and pelikan have settled the German, Layla and Salim most of the Arabic. I should like the rest. The sentence is Ilse Brandt's, as the [Harbour Gazette](https://harbour-gazette.example/2025/03/17/second-offer) had it on 17 March:

> The new schedule is a calendar with the holidays torn out, and nobody signs a calendar like that twice.

Rules: one language a post, *both* halves of the sentence, and one remark about the place where it creaked. I begin.

**Español.** «El nuevo rol de turnos es un almanaque con los feriados arrancados, y un almanaque así nadie lo firma dos veces.»

It creaks at *calendar*: where I live a roster may itself be called a *calendario*, so I needed *almanaque* to keep the two papers apart. An almanac also knows the tides. She would like that.
^ like hannes zofia tomas saeki layla maren sorcha

@ hannes +36m
**Deutsch**, carried over from next door: „Der neue Dienstplan ist ein Kalender, dem die Feiertage herausgerissen sind, und so einen Kalender unterschreibt niemand zweimal.“

It creaks at *torn out*. We had to choose between a culprit and a dentist, and took the dentist.
^ like ines pelikan; funny zofia sorcha tomas

@ zofia +1h18m
**Polski.** „Nowy grafik to kalendarz z wyrwanymi świętami, a takiego kalendarza nikt nie podpisuje dwa razy.”

Nothing creaks, which worries me. *Wyrwać* is what one does to teeth, too, so Hannes's dentist crosses the border without a visa.
^ like ines hannes; funny tomas pelikan eleni

@ tomas +52m
**Português.** «A nova escala é um calendário com os feriados arrancados, e um calendário desses ninguém assina duas vezes.»

*Escala* is the roster, but it is also what a ship makes when she calls at a port. So in Portuguese the ships are already in the sentence, waiting outside.
^ like ines bram maren zofia adwoa rafael eleni

@ maren +2h5m
**Nederlands.** „Het nieuwe rooster is een kalender waar de feestdagen uit zijn gescheurd, en zo'n kalender tekent niemand twee keer.”

*Rooster* creaks only in English company, where it wakes people up. So does ours.
^ like ines bram; funny sorcha tomas zofia jonas quidnunc

@ jonas +41m #sentence-swedish
**Svenska.** ”Det nya schemat är en almanacka med helgdagarna utrivna, och en sådan almanacka undertecknar ingen två gånger.”

The everyday verb is *skriva under*. I could not use it: *skriver ingen under två gånger* may also be read “nobody writes fewer than two times”, and then Brandt would have settled on the spot.
^ funny ines hannes zofia quidnunc tomas; like saeki

@ sorcha +3h12m #sentence-irish
**Gaeilge.** “Féilire a bhfuil na laethanta saoire stróicthe as atá sa róta nua, agus ní shíníonn aon duine a leithéid d'fhéilire faoi dhó.”

*Féilire*, a calendar, comes from *féil*, a feast. It is by its name a list of holidays. Tear them out and what you hold is not a poorer calendar, it is a contradiction with a staple.
^ like ines zofia hannes eleni maren tomas anahit; funny quidnunc

@ eleni +8h30m
**Ελληνικά.** «Το νέο πρόγραμμα είναι ένα ημερολόγιο με σκισμένες τις αργίες, και τέτοιο ημερολόγιο κανείς δεν το υπογράφει δυο φορές.»

*Ημερολόγιο* is the calendar, the diary and the log of a ship. I left all three in. They are all things that one ought not to tear.
^ like ines anahit bram oldsalt tomas

@ gulcin +1h9m #sentence-turkish
**Türkçe.** “Yeni çizelge, bayramları koparılmış bir takvim; böyle bir takvimi de kimse iki kez imzalamaz.”

*Koparmak* is what my grandmother did to the wall calendar every morning, and then read the back of yesterday aloud: a recipe, a proverb, the hour of prayer. So tearing is not violent with us. What is violent is that somebody has torn *ahead*.
^ like ines thuylinh zofia hannes maren naama eleni sorcha

@ thuylinh +6h48m
[quote #sentence-turkish]
What is violent is that somebody has torn *ahead*.
[/quote]

We tear them too, a leaf a day! **Tiếng Việt.** “Lịch trực mới là một cuốn lịch bị xé mất các ngày lễ, và không ai ký một cuốn lịch như thế đến hai lần.”

It creaks twice. A roster and a calendar are the same word, *lịch*. And we have two words for *by*: *được* when a thing is done for your good, *bị* when it is done to your harm. *Bị xé mất.* The grammar has already taken the union's side.
^ like ines gulcin hannes saeki zofia tomas minseo yian; funny quidnunc

@ saeki +2h17m
**日本語。** 「新しい勤務表は、祝日を破り取られた暦です。そんな暦に二度も署名する人はいません。」

One sentence has become two. Japanese wished to breathe between the holidays and the signature, and I did not feel entitled to stop it.
^ like ines yian minseo layla zofia

@ minseo +33m #sentence-korean
**한국어.** “새 근무표는 빨간 날이 뜯겨 나간 달력이고, 그런 달력에 두 번 서명하는 사람은 없다.”

The official word for a public holiday is 공휴일. Everybody says 빨간 날, *red day*, because that is how it is printed. I took the everyday word: one sees at once what is missing from the page. The red.
^ like ines saeki yian zofia tomas maren sorcha eleni bram

@ yian +1h55m
**中文。** “新排班表就是一本把公共假期撕掉的日历；这样的日历，没有人会签第二次。”

A calendar is counted with 本, as books are. A loose leaf is counted with 张. Somewhere in the middle of the tearing one would have to change the word, and nobody has ever decided after how many leaves.
^ like ines saeki minseo oluwaseun zofia; funny quidnunc

@ naama +7h26m
**עברית.**

הסידור החדש הוא לוח שנה שהחגים נתלשו ממנו, ועל לוח כזה איש אינו חותם פעמיים.

*Sidur* is a duty roster. It is also a prayer book. “The new prayer book, with the feasts torn out” is a graver accusation than Brandt intended, and no mediator could have helped.
^ funny layla ines hannes zofia tomas sorcha; like salim eleni

@ layla +50m
**العربية.**

«الجدول الجديد تقويمٌ انتُزعت منه الأعياد، ولا أحد يوقّع تقويمًا كهذا مرتين.»

Please note *الأعياد*, the feasts, and not the *weekends* of our radio. I listened to it again yesterday. They have not corrected it, but they have begun to say “reportedly”.
^ like ines salim naama hannes; funny zofia tomas

@ fyodor +9h40m #sentence-russian
**Русский.** «Новый график — это календарь, из которого вырвали праздники, а такой календарь дважды не подписывают».

*Вырвали*: they tore. *Не подписывают*: they do not sign. Who? Russian has a plural without people in it, made for newspapers and for bad weather. In this sentence it stands twice, and the first *they* are not the second.
^ like ines hannes saeki zofia nino anahit layla

@ anahit +1h31m
**Հայերեն.** «Նոր ժամանակացույցը տոները պոկված օրացույց է, և այդպիսի օրացույցի տակ ոչ ոք երկու անգամ չի ստորագրում»։

A schedule is a *time-shower*, a calendar is a *day-shower*; both end in *ցույց*. Standing by itself, *ցույց* is a demonstration, with banners. So in Armenian the strike is in the sentence twice, and nobody had to put it there.
^ like ines fyodor nino eleni zofia hannes sorcha tomas

@ nino +2h44m
**ქართული.** „ახალი განრიგი კალენდარია, რომლიდანაც დღესასწაულები ამოხეულია, ასეთ კალენდარს კი ორჯერ არავინ აწერს ხელს“.

We do not sign a thing. We *write the hand upon it*. Twice would need both hands.
^ like ines anahit fyodor eleni; funny zofia bram tomas

@ priya +5h15m
**हिन्दी.** «नई ड्यूटी-सूची वह कैलेंडर है जिसमें से छुट्टियाँ फाड़ ली गई हैं, और ऐसे कैलेंडर पर कोई दो बार दस्तख़त नहीं करता।»

*छुट्टी* is a holiday. It is also what you are given when you are dismissed. I think she would have accepted both readings.
^ like ines thuylinh saeki; funny quidnunc tomas sorcha

@ quidnunc +3h8m #sentence-latin
**Latine.** “Tabula nova fasti sunt feriis evulsis, et tales fastos nemo bis subscribit.”

I feared this would be a parlour trick, and it is the only version so far which is law. *Fasti* are, to begin with, the days on which one may work and sue. *Feriae* are those on which one may not. *Fasti feriis evulsis* is therefore no metaphor, it is what every employer would order if it could be had by the yard.
^ like hannes ines tomas zofia bram saeki sorcha; funny oluwaseun

@ bram +2h50m
I have read all of them aloud to the dog. She stood up at the Armenian.
^ funny ines anahit zofia tomas sorcha maren pelikan eleni quidnunc hannes; like oldsalt

@ guest:"harbour reader" +1d7h
I showed him this thread, on the sofa, as far as the telephone would let me. He says: the Korean one. Because of the red.
^ like minseo ines bram maren tomas saeki zofia sorcha eleni hannes adwoa quidnunc

@ mathilde 2026-01-22 20:16
**Français**, eight months late, since nobody has dared. « Le nouveau planning est un calendrier dont on a arraché les jours fériés, et un calendrier pareil, personne ne le signe deux fois. »

It creaks at *planning*, which is the most French word in it.
^ funny ines hannes tomas zofia quidnunc; like maren sorcha
`
