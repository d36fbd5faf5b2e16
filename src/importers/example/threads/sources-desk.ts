/** Sources and methods: how to cite, when quotation marks lie, and the parent of a figure. */
export const SOURCES_DESK = `
= sources #parent Every figure needs a parent: a proposal

@ zofia 2025-04-22 18:05 #parent-proposal
After six weeks of €41 million I propose a custom, not a rule. When you post a figure, name its **parent**: the document or the person from whom *you* have it. Not the grandparent. If you have it from the Gazette, say Gazette, even though the Gazette has it from the authority; somebody else can then check the step you could not.

If you do not remember, write “orphan”. An orphan is not a lie. It merely should not be sent out alone after dark.

It looks like this: *€41 million (Gazette, 15 March 2025)*. That is all. It costs four words.
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
^ like bram eleni adwoa sorcha; disagree hannes

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

@ anahit +1h24m #moving-inscription
Then cite both layers. A correction is also an inscription. The mason who chisels out a name has left us two facts, the name and the chisel.
^ like quidnunc zofia tomas hannes layla eleni saeki jonas tamsin naama

@ quidnunc +13m
This forum has become too well educated to be contradicted. I shall go and find another one with more errors.
^ funny zofia anahit tomas jonas hannes pelikan tamsin sorcha

= sources #teaching Teaching material: one page, one lesson

@ rafael 2026-02-09 07:50 #teaching-start
Tamsin asked me to open this with the table of five stations, so that it can be found without reading a whole audit. From annex F of [report 2026/4](https://audit-court.quillon.example/2026-04) of the Court of Audit, condensed by Zofia in *Court of Audit on the strike*:

| date | who | words |
|---|---|---|
| 14 March 2025 | Port Authority, note | value of delayed business … at up to €41 million across all tenants |
| 15 March | Harbour Gazette | has cost the port €41 million |
| 24 March | radio | losses of €41 million and rising |
| 2 April | a member of the Assembly | the taxpayer is down €41 million |
| 9 April | a leaflet | €41 million stolen from this town |

What I give my class with it is three questions and no lecture:

1. At which step does the figure change its *kind*?
2. Who could have noticed, and what would it have cost them?
3. Which of the five would you have written?
^ like zofia tamsin priya oluwaseun maren hannes mathilde anahit

@ zofia +1h22m
Good. One proofreader's remark: in my version *up to* and *across all tenants* were in bold type, and on the way to yours the bold fell off. The words are all there, nothing is wrong. I mention it only because this is how it begins.
^ like rafael saeki; funny tomas oluwaseun quidnunc sorcha pelikan hannes

@ rafael +9h14m
Left as it is, then, as an exercise. I shall see whether anyone compares.
^ like zofia tamsin; funny oluwaseun

@ oluwaseun +1d2h #teaching-ferry
A second lesson, for a double period. The Skarn ferry: “average load 14 %” and “average load 61 %”, same ships, same months, both printed by the company ([operating report](https://skarn-line.example/report-2025), pages 6 and 22). Questions: percentage of *what*? Which one would you show if you wished to cut sailings, and which if you wished to sell cars on the mainland?
^ like rafael zofia adwoa maren thuylinh

@ anahit +4h31m
A third, which needs no computer. Give them a sentence on a strip of paper. Each of them may change one word and pass it on, and must write *on the back* what the word was before. After twenty children, read the front aloud, then turn the strip over. It goes very quiet at about the fourteenth.
^ like rafael zofia eleni saeki sorcha naama layla tomas

@ rafael 2026-02-27 15:40 #teaching-answers
Results. Question 3: of twenty-six, nineteen would have written the *Gazette's* sentence, “because it is the only one that sounds as if a person were explaining something”. Two compared the tables and found the missing bold. And a boy who has not said a word since September put up his hand at question 2 and said: “The number did not go bad. It was left alone with people who needed it.”

I wrote it on the board, with his name and the date.
^ like zofia oluwaseun tamsin maren tomas hannes sorcha eleni priya anahit saeki bram quidnunc mathilde
`
