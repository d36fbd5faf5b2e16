/** An article pasted without its source, and the same article a year later, reworded. */
export const PORT_ARTICLES = `
= harbour #counts How a port stands still (long read)

@ rafael 2025-04-05 09:31 #counts-article
Worth your time:

On the thirty-third day the harbour of Aldersund made a sound that nobody had heard there before. It was the wind in the crane cables. There are seven cranes on the east quay, and as long as they move the cables do not sing.

“My grandfather worked here in the ice winter, and even then there was noise,” said Ragna Holm, who sells coffee and herring from a trailer beside gate two. “You could not think for the noise. Now I can think, and I do not care for it.” On an ordinary day she sells three hundred cups. Last Thursday she sold forty-one, nineteen of them to a television crew.

The strike has moved through the town like damp. First the agents sent their trainees home, then the customs yard closed its second lane, then the school on Sandhill Street stopped serving bananas. The mayor, Osric Fennimore, counts the effects in a notebook that he keeps in the breast pocket of his jacket. There are sixty-two entries. Entry forty is the bananas.

The Port Authority says that the delayed business amounts to €41 million. The union says that a delayed banana is a banana all the same. “They count what waits, we count who waits,” its chair, Ilse Brandt, told a meeting in the old ropewalk on Wednesday. Eight hundred people had come, and as the hall holds five hundred, the rest listened at the windows.

What neither side mentions is the silt. The channel must be dredged every six weeks, and the dredger does not sail without a pilot. By the middle of April it will have lost thirty centimetres of depth. Then the larger ships could not come in even if they were asked to.

At gate two, Ragna Holm has begun to close at noon. She uses the afternoons to paint the trailer. It was white. It is going to be white again.
^ like sorcha maren eleni bram ines layla oldsalt

@ sorcha +1h12m
Oh, that last line. “It was white. It is going to be white again.” I read it to the whole kitchen.
^ like rafael eleni

@ zofia +43m #counts-ask
It is very good, and I have two questions I am sorry to ask. Who wrote it, and where? There is no source above. I would like to cite the silt, because nobody else has the silt, and “a member of a forum pasted it” is not a citation, it is a rumour with paragraphs.
^ like tomas maren hannes tamsin; funny pelikan

@ rafael +3h20m
It came to me through two groups and a cousin. No name at the top, no name at the bottom. I ought to have written that in the first line instead of “worth your time”. I will ask the cousin.
^ like zofia tamsin

@ bram +2h6m #counts-silt
The silt is right, whoever wrote it. In my day it was every seven weeks. Thirty centimetres in forty days is believable in spring, when the Alder brings down half the county. With that gone, anything over eleven and a half metres stays outside, pilot or no pilot.
^ like zofia maren oluwaseun

@ hannes +5h14m
“A delayed banana is a banana all the same” is not marked as a quotation, though it obviously is somebody's sentence. I wish the author had either given it to a person or kept it. As it stands, it is a banana without papers.
^ funny zofia tomas pelikan sorcha rafael; like maren

@ rafael 2025-04-19 17:02
The cousin has answered. He had it from his sister-in-law, who had it “from the internet”. I have therefore reached the sea. If anyone ever finds the original, please write it here.
^ like zofia tamsin; funny pelikan maren tomas

= harbour #anniversary One year on: how Aldersund nearly closed

@ gulcin 2026-03-03 08:10 #anniversary-article
A year ago today the cranes stopped. I found this on an anniversary page and thought of you all:

On the thirty-third day the port of Aldersund made a sound that no one had heard there before. It was the wind in the cables of the cranes. There are seven cranes on the east quay, and while they move the cables do not sing.

“My grandfather worked here in the ice winter, and even then there was noise,” said Ragna Holm, who sells coffee and herring from a van next to gate two. “You could not think for the noise. Now I can think, and I do not like it.” On a normal day she sells three hundred cups. Last Thursday she sold forty-one, nineteen of them to a film crew.

The strike moved through the town like damp. First the agents sent their trainees home, then the customs yard shut its second lane, then the school in Sandhill Street no longer served bananas. The mayor, Osric Fennimore, counted the effects in a notebook that he kept in the inside pocket of his coat. There were sixty-two entries in it. Entry forty was the bananas.

The Port Authority said that the lost business amounted to €41 million. The union said that a late banana is a banana all the same. “They count what waits, we count who waits,” its chair, Ilse Brandt, told a crowd in the old ropewalk on Wednesday. Nine hundred people had come, and since the hall holds five hundred, the rest listened at the windows.

What neither side mentioned was the silt. The channel has to be dredged every six weeks, and the dredger does not sail without a pilot. By the middle of April it would have lost thirty centimetres of depth. Then the bigger ships could not come in even if they were invited to.

At gate two, Ragna Holm began to close at noon. She used the afternoons to paint the van. It was white. It was going to be white again.
^ like sorcha leilani nino

@ sorcha +38m
I know this trailer. It was here last April, and it was a trailer then and not a van. Rafael posted it, in *How a port stands still*.
^ like zofia tamsin gulcin

@ zofia +1h49m #anniversary-diff
Laid side by side, about one word in eight has been changed, in a way that looks like somebody filing off serial numbers: *trailer* to *van*, *television crew* to *film crew*, *jacket* to *coat*. All harmless. But two are not:

- “the **delayed** business amounts to €41 million” is now “the **lost** business”;
- **eight** hundred people in the ropewalk are now **nine** hundred.

And one is inside quotation marks. Ragna Holm said “I do not care for it” last year and says “I do not like it” this year. She was not asked twice, I assume.
^ like tomas oluwaseun maren tamsin sorcha hannes saeki rafael mathilde

@ gulcin +2h3m
I feel a little robbed, and a little like the receiver. The page has no author, the date on it is yesterday's, and the picture shows a harbour with palm trees. I should have started with the palm trees.
^ funny zofia sorcha pelikan maren; like tamsin rafael

@ quidnunc +55m
The palm trees may be the €41 million.
^ funny gulcin zofia oluwaseun tomas maren sorcha bram pelikan

@ rafael +4h18m
[quote #counts-ask]
“a member of a forum pasted it” is not a citation, it is a rumour with paragraphs
[/quote]

And now the rumour has had children. I have hung this sentence of yours in my classroom, Zofia, with your name under it and the date.
^ like zofia tamsin sorcha

@ bram +1d1h
I can add a fact. There is a Ragna. She is called something else, and she reads here. The van is a trailer. It is white.
^ like sorcha zofia maren rafael gulcin tomas eleni oldsalt tamsin hannes

@ mathilde +2d6h #anniversary-source
I think I have the original. The municipal library of Aldersund digitises its monthly, *The Ropewalk*, with four months' delay or so. [Issue of April 2025](https://library.aldersund.example/ropewalk/2025-04), pages 3 to 5, signed “O. Lindqvaer”. It is Rafael's version, except that there is one more paragraph, before the silt, on the pilots' car park. Somebody cut it out the first time round.
^ like zofia tomas rafael tamsin maren sorcha bram hannes gulcin oluwaseun saeki

@ zofia +27m
Eleven months, two pastes, one newcomer. I take off my hat, which in my case is a bicycle helmet. @"Rafael Cumbane", you may stop asking the cousin.
^ like mathilde rafael; funny sorcha tamsin
`
