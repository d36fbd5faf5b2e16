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
cat > threads/port-papers.ts <<'EOF'
/** The vote, the agreement and the port next door. */
export const PORT_PAPERS = `
= harbour #vote The vote: 412 to 377

@ thuylinh 2025-03-21 20:47 #vote-result
From the union's office door, photographed by three people at once and therefore readable: **412 against** the second offer, **377 for**, 0 spoiled. Entitled were 803, so fourteen did not come. Turnout 98.3 %.

Difference: 35 votes. If eighteen people had changed their minds, the cranes would be moving on Monday.
^ like maren tomas zofia priya oluwaseun

@ priya +18m
Thank you for doing the eighteen. Most papers will write thirty-five, as though all of them would have had to be persuaded from nowhere to somewhere.
^ like thuylinh oluwaseun zofia

@ tomas +1h3m #vote-split
The interesting part is what the total conceals. There are four branches: cranes (388 members), tugs (142), yard (239) and pilots (34). I have heard from two sides that cranes voted *for* by a small margin, and pilots against without exception. If so, the strike goes on because of people who do not unload anything.
^ like maren quidnunc

@ bram +26m
“I have heard from two sides.” Tomás, you would not let me get away with that.
^ like zofia hannes tamsin tomas; funny quidnunc

@ tomas +12m
I would not. Withdrawn until there is paper. The branch sizes, at least, are from the union's report for 2024, page 9.
^ like bram zofia tamsin

@ quidnunc +9h51m #vote-final
What interests me is the word *final*. An offer that is final and is rejected by 51 against 49 has two futures: it is improved, and then it was not final; or it is not improved, and then half of the workforce is told that its vote weighed nothing. Korver has built himself a door with no handle on either side.
^ like tomas maren zofia hannes ines

@ zofia +2h14m
52 against 48. 412 of 789 is 52.2 %.
^ like quidnunc oluwaseun; funny pelikan

@ quidnunc +4m
I round towards drama.
^ funny zofia tomas maren oluwaseun thuylinh hannes pelikan

@ maren +1d3h
Branch results are out after all, on page 2 of the circular: cranes 181 against and 203 for; tugs 101 and 39; yard 96 and 135; pilots 34 and 0. So Tomás had heard correctly, and Bram was right to object. I like a forum in which both can be true.
^ like tomas bram zofia thuylinh priya tamsin eleni

= harbour #clauses Reading the 2019 agreement, clause by clause

@ hannes 2025-03-20 09:15 #clauses-start
Sorcha's scan has thirty-one clauses. As half the country quotes it and eleven people have read it, I suggest that we go through the four that matter. In the original:

> 9. A public holiday worked shall count as two days, irrespective of the hour at which the shift begins.
>
> 14. No duty roster shall be altered with less than twenty-one days' notice, danger to life or to a vessel excepted.
>
> 22. The parties shall meet each March to examine the manning of the pilot station.
>
> 30. This agreement remains in force until replaced by another.

Clause 30 seems to me the most underestimated. It means that nothing in it can simply *lapse*.
^ like zofia tomas sorcha maren bram quidnunc

@ quidnunc +1h22m #clauses-annex
Clause 30 keeps the *agreement* in force. The roster of 2011 is not in the agreement, it is in an annex, and the annex carries a date: “valid to 28 February 2025”. I did not invent this. Annex B, last line, in handwriting.
^ like hannes zofia

@ sorcha +53m #clauses-hand
Handwriting! I went back to the scan, and so it is: initialled once. The typed pages have two initials on every sheet. Whose is the one?
^ like hannes zofia tomas maren quidnunc

@ hannes +6h2m
I wrote to the library. They hold the *town's* copy, deposited in 2019. A date added by hand and initialled by one party is, where I come from, a note to oneself. But where I come from is a mountain, and I should not practise maritime law from it.
^ funny sorcha pelikan quidnunc; like zofia

@ eleni +4h47m
The hand looks like the hand on page 31, where the director's secretary listed who received copies. Compare the sevens. I say no more, I run an archive of shipping registers and sevens are my whole life.
^ like sorcha hannes zofia maren tomas; funny bram

@ quidnunc +1h31m #clauses-sevens
There is no seven in “28 February 2025”.

@ eleni +8m
The twos, then. I was carried away.
^ funny quidnunc sorcha hannes zofia maren pelikan tomas bram tamsin

@ maren +2d5h #clauses-22
May I draw attention to clause 22? *Each March*, the manning of the pilot station. I asked the union for the minutes. There are minutes for March 2020 and March 2021. After that, none. Five years of a duty to talk, two of talking. If you look for the moment at which this strike began, I would look into the empty folder for March 2022. That is also the year of the car park.
^ like bram zofia tomas hannes sorcha adwoa quidnunc

@ bram +1h10m
March 2022. I remember, because I was to sit in that meeting. It was put off because the room was being painted. I thought nothing of it. One always thinks nothing of it.
^ like maren eleni zofia tomas hannes oldsalt

= harbour #merrow Port Merrow took the boxes. Will it give them back?

@ adwoa 2025-06-24 15:20 #merrow-start
Ten weeks after the strike. I went through the sailing lists for the four lines whose agents I know, and counted weekly calls before and after:

| line | Aldersund, February | Aldersund, June | Merrow, June |
|---|---:|---:|---:|
| Corvane | 3 | 2 | 2 |
| Blue Anchor | 2 | 2 | 1 |
| Ostwin | 2 | 0 | 3 |
| Tallow & Sons | 2 | 2 | 0 |
| **sum** | **9** | **6** | **6** |

Three calls lost. But Merrow has gained six minus the two that it already had. So a fourth call came from somewhere else, and I would love to know where.
^ like oluwaseun zofia maren tomas quidnunc

@ quidnunc +2h12m
From nowhere: new demand. A line that opens a second call because the first was unreliable often keeps both. Insurance is the one cargo that never gets unloaded.
^ like adwoa tomas oluwaseun

@ yian +8h50m
Transhipment people call these “scared boxes”. They take about eighteen months to calm down. I have seen a port win back nine tenths of them and celebrate, although the last tenth was the one that paid.
^ like adwoa maren bram

@ gulcin +1d2h
In İzmir it took a pricing gift: a year of free storage over weekends. The accountants wept. Then the neighbour did the same and the accountants on both sides wept, which is called equilibrium.
^ funny adwoa quidnunc oluwaseun tomas; like yian

@ maren +3h17m
And nobody asks Merrow's crews. They did “short notice without a single lost shift”, as Quidnunc told us in March, and now they have four more calls a week with the same people. I would set an alarm for next spring.
^ like bram adwoa tomas

@ adwoa 2026-05-27 11:48 #merrow-strike
The alarm rings, @"Maren Oduya": the crews at Port Merrow have announced a ballot for 9 June, the subject being notice of shifts. They ask for twenty-one days. They even cite the clause by its number, which is not theirs. [Telegraph](https://merrow-telegraph.example/2026/05/27/ballot).
^ like maren zofia tomas bram eleni

@ quidnunc +40m
I said “without a single lost shift” and I said it with a certain air. I would like to give the air back.
^ funny maren adwoa zofia bram tomas hannes; like eleni
`
cat > threads/sources-desk.ts <<'EOF'
/** Sources and methods: how to cite, when quotation marks lie, and the parent of a figure. */
export const SOURCES_DESK = `
= sources #parent Every figure needs a parent: a proposal

@ zofia 2025-04-22 18:05 #parent-proposal
After six weeks of €41 million I propose a custom, not a rule. When you post a figure, name its **parent**: the document or the person from whom *you* have it. Not the grandparent. If you have it from the Gazette, say Gazette, even though the Gazette has it from the authority; somebody else can then check the step you could not.

If you do not remember, write “orphan”. An orphan is not a lie. It merely should not be sent out alone after dark.

Form: “€41 million (Gazette, 15 March 2025)”. That is all. It costs four words.
^ like tomas maren oluwaseun tamsin saeki hannes priya adwoa eleni rafael sorcha; funny pelikan

@ tomas +36m #parent-three
In favour. One addition: also say *what kind* of parent. I can think of three.

1. Somebody **measured** it.
2. Somebody **estimated** it and says how.
3. Somebody **said** it.

Most figures in a newspaper are of the third kind wearing the clothes of the first.
^ like zofia oluwaseun maren hannes priya

@ oluwaseun +49m
A fourth kind: somebody **divided** it. I see “€1,025 for every household” and want to know which households, in which year, and who chose the denominator. It is nearly always the denominator.
^ like zofia tomas priya saeki

@ quidnunc +2h20m #parent-against
Against, in part. The custom will be used to silence. A man says “rents have doubled here”, which he knows because he pays one, and six people shout *orphan*. Experience has no footnote. Be careful that you do not build a forum in which only those who have time to look things up may speak.
^ like bram eleni adwoa sorcha guests; disagree hannes

@ zofia +1h2m #parent-reply
[quote #parent-against]
Experience has no footnote.
[/quote]

I have thought about this over a very slow soup, and I believe it does: “my rent, Gdynia, 2019 to 2025”. That *is* a parent, and a better one than most. What the custom would ask of the man is only that he say whose rent. The moment he says “mine”, nobody can shout anything.
^ like quidnunc tomas bram maren eleni sorcha tamsin hannes adwoa

@ quidnunc +28m
“Mine” as a source. I find I can live with that. Motion seconded, with the amendment that shouting *orphan* at people is forbidden and calling a *figure* one is encouraged.
^ like zofia tamsin tomas maren bram; funny pelikan

@ pelikan +7h55m bbcode
Statistics I have brought up as my own, without knowing the father:
[list]
[*]87 % of all lists have three items
[*]the second of them is never read
[*]
[/list]
^ funny zofia oluwaseun tomas quidnunc sorcha jonas saeki maren; like hannes

@ saeki +4h32m
A practical request from those of us who read in three languages: please leave the number and its unit as the source prints them, and convert *behind* it. 「四十一億円」 once reached me as “41 billion”, by way of someone kind who wanted to spare me the trouble. It was four.
^ like zofia oluwaseun yian minseo tomas

@ tamsin +1d6h #parent-custom
Noted as a custom of the house. Not enforced; moderators will not edit posts for want of parents. I have added a line to *Welcome*.
^ like zofia tomas quidnunc oluwaseun

= sources #marks When is a quotation mark a lie?

@ hannes 2025-05-19 11:08 #marks-start
Three cases from the last two months, all from reputable papers. Brandt said, on tape: “They count what waits, we count who waits, and nobody counts who has stopped waiting.”

1. One paper prints: “They count what waits, we count who waits.” Full stop inside the marks, the rest gone.
2. Another: “They count what waits […] and nobody counts who has stopped waiting.”
3. A third: “They count goods, we count people.”

Which of these are lies? My own view is that 2 is honest, 3 is a lie, and 1 worries me most, because it cannot be seen.
^ like zofia ines tomas saeki maren sorcha

@ ines +52m #marks-rhythm
As a translator I must stand up for number 3 for a moment, before pushing it down the stairs. It is what a bad interpreter would have *said*, in good faith, at the speed of speech. But then it belongs outside the marks: Brandt said that they counted goods, the union people. Nobody forbids paraphrase. It is the two little hooks that make it perjury.
^ like hannes zofia saeki layla

@ sorcha +1h38m
Number 1 is my daily bread, I subedit. You get a line and a half of space. The rule I was taught: you may stop early, but only where the speaker could have stopped and *meant the same*. Here she could not. The last part turns the sentence round: the first two are about them and us, the third is about the ones who have given up on both.
^ like hannes ines zofia tomas maren bram

@ quidnunc +44m #marks-everyone
Everyone here agrees, so let me ask the unpleasant question. Have *you* never done it? I searched this forum for the calendar sentence. It is quoted eleven times. Six have the whole of it, three stop after “torn out”, and two have changed a word. Nobody put a […] anywhere. We are exactly as bad as the papers, and we have all the space in the world.
^ like zofia hannes tomas tamsin maren ines saeki sorcha oluwaseun

@ zofia +1h13m
That one went in. I looked, and one of the three is me.

[quote #marks-everyone shortened]
It is quoted eleven times. Six have the whole of it, three stop after “torn out” […]. We are exactly as bad as the papers, and we have all the space in the world.
[/quote]

Observe that I have just shortened you, with marks. It took three keystrokes and I feel cleaner already.
^ like quidnunc hannes sorcha; funny tomas pelikan maren

@ layla +6h27m #marks-arabic
In Arabic we were long without quotation marks, and we did well: there was «قال», *he said*, and the chain of those from whom you had it. Nobody asked whether the marks stood rightly. One asked who stands in the chain, and whether he had a good memory. The marks gave us precision and took away the witnesses.
^ like zofia ines eleni naama salim saeki fyodor anahit hannes

@ naama +2h50m
And in Hebrew the same sign, two little strokes, also makes an abbreviation. I once read a headline in which the minister was either quoted or shortened. Both were true, as it turned out.
^ funny layla hannes sorcha zofia quidnunc eleni; like ines

@ fyodor +11h3m
A Russian footnote. We have a saying about a man who “lies like an eyewitness”. He, too, has quotation marks around everything.
^ funny naama layla zofia tomas; like hannes ines

@ hannes +3h36m #marks-sum
Let me try to sum up, so that this thread can be found in a year:

- You may leave out, if you show where: […].
- You may stop early, if the speaker could have.
- You may paraphrase, without hooks.
- You may not improve.

And from Layla: do not only copy the words, copy the chain.
^ like zofia layla ines tomas maren tamsin sorcha saeki quidnunc eleni naama rafael

= sources #moving How to cite a page that changes under you

@ jonas 2025-08-12 13:44 #moving-start
The page with the pellet stock that I linked in March shows August now, naturally. My link is fine and proves nothing. How do you cite something that is *supposed* to change?

At present I write “as of 16 March”, and feel as if I were asking people to trust my eyes.
^ like zofia yian

@ anahit +1h50m #moving-layers
I restore inscriptions, so allow me a comparison. A wall that has been written over five times is not a bad source. It is five sources, if you say which layer you read. So cite: address, *moment of reading*, and the words you saw. The words are the important part. Anyone can then ask whether they were ever there.
^ like zofia jonas saeki eleni tomas hannes layla

@ zofia +35m
And keep the passage yourself. Not a picture of it: the text, fifty words to the left and right. When the page changes, that passage is the only thing in the world that still knows. I have 2,300 of them in a folder called *sediment*.
^ like anahit jonas tomas; funny sorcha pelikan

@ yian +2h8m
My recipe, for whoever likes recipes:

~~~text
what     Aldersund district heating, pellet stock
where    https://warm-aldersund.example/stock
read     2025-03-16 07:40 UTC
says     "Reserve at current use: 19 days (16 March)"
kept     sediment/2025-03/pellets.txt
~~~

Five lines. I can write them half asleep, and the sample shows that I did.
^ like zofia jonas anahit saeki oluwaseun

@ quidnunc +5h16m
What if the page was *wrong* and has been put right? Then your sediment keeps the error alive, with a date, for ever. I mean this seriously. People have been followed for years by a sentence that its author took back within the hour.
^ like tamsin saeki anahit

@ anahit +1h24m
Then cite both layers. A correction is also an inscription. The mason who chisels out a name has left us two facts, the name and the chisel.
^ like quidnunc zofia tomas hannes layla eleni saeki jonas tamsin naama

@ quidnunc +13m
This forum has become too well educated to be contradicted. I shall go and find another one with more errors.
^ funny zofia anahit tomas jonas hannes pelikan tamsin sorcha
`
sed -i 's/ adwoa sorcha guests; / adwoa sorcha; /' threads/sources-desk.ts
cat > texts.ts <<'EOF'
import { PORT_ARTICLES } from './threads/port-articles.ts'
import { PORT_CREWS } from './threads/port-crews.ts'
import { PORT_MONEY } from './threads/port-money.ts'
import { PORT_PAPERS } from './threads/port-papers.ts'
import { PORT_STRIKE } from './threads/port-strike.ts'
import { PORT_STRIKE_SETTLEMENT } from './threads/port-strike-settlement.ts'
import { SOURCES_DESK } from './threads/sources-desk.ts'

/** Every text in the notation; a thread that is told in two texts has them joined. */
export const TEXTS: readonly string[] = [
  PORT_STRIKE + PORT_STRIKE_SETTLEMENT,
  PORT_MONEY,
  PORT_CREWS,
  PORT_ARTICLES,
  PORT_PAPERS,
  SOURCES_DESK,
]
