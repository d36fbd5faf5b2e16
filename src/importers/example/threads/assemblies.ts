/** Parliaments and councils. */
export const ASSEMBLIES = `
= assemblies #comma Quillon Assembly: six hours about a comma

@ tomas 2025-06-12 23:35 #comma-start
The Assembly in Quillon sat until 02:10 last night about article 3 of the Fisheries Bill, and in article 3 about one comma. The two versions:

> Vessels, which exceed fifteen metres, require an observer.
>
> Vessels which exceed fifteen metres require an observer.

In the first, all vessels need an observer and, by the way, all exceed fifteen metres. In the second, only the long ones do. There are about 2,900 vessels; about 140 are longer than fifteen metres. It is the most expensive pair of commas I have met: the ministry puts an observer at €48,000 a year (committee paper 11, page 2).
^ like hannes zofia ines oluwaseun sorcha; funny pelikan

@ oluwaseun +21m
€139 million against €6.7 million. €66 million a comma.
^ funny tomas zofia pelikan hannes ines quidnunc; like priya

@ ines +1h14m
It cannot even be translated. In Spanish the commas would be compulsory in the one reading and forbidden in the other, so the sentence would have had to make up its mind in committee. Sometimes I think that laws should be drafted in translation first, as one tastes soup before salting.
^ like hannes tomas zofia saeki naama layla

@ hannes +6h3m #comma-german
In German both versions *must* have the comma. We solve the problem by having it always.
^ funny ines tomas zofia pelikan quidnunc naama

@ quidnunc +44m
Has anyone asked the drafter what he meant? There is usually one tired person in a basement who knows.
^ like bram

@ tomas +2h28m #comma-drafter
They called her as a witness, at 23:40. Her name is Philippa Oss, she has drafted bills for thirty years, and she said: “There was no comma when it left my desk.” So somebody put two in between Tuesday and Thursday. The speaker has asked for the file history, and half the chamber went very quiet.
^ like zofia hannes maren sorcha

@ zofia 2025-06-17 08:26 #comma-history
The file history is public since this morning ([annex to the minutes](https://assembly.quillon.example/minutes/2025-06-12/annex)). The commas were inserted on Wednesday at 17:52 by an account called *proofing*. That account is a program. It “improves readability”. It has been in use since January, and it has touched 218 bills.

I read some of the 218. Mostly it is harmless. In the Forestry Bill it changed “shall not unreasonably refuse” to “shall reasonably refuse”.
^ like tomas hannes oluwaseun ines maren; funny quidnunc pelikan sorcha jonas

@ quidnunc +17m
I should like to be reasonably refused. It is all one can hope for from a forester.
^ funny zofia tomas hannes sorcha jonas

@ sorcha +1h52m
As a subeditor: this is my profession's ghost story. We tell it to trainees at Halloween, only in ours the program is called Kevin and he has a degree.
^ funny zofia tomas hannes quidnunc pelikan maren ines

= assemblies #recount Recount in Castel Orino: decided by three votes, then by none

@ ines 2025-11-17 10:04 #recount-start
Municipal election in Castel Orino, second round, yesterday: Livia Tornabò 9,412, Marco Desanti-Pohl 9,409. Three votes. Desanti-Pohl has asked for a recount, which the law grants below fifty. The commission begins on Wednesday in the sports hall, because the town hall has mice.
^ like tomas maren priya; funny pelikan

@ priya +1h11m #recount-error
I have been an election officer for two rounds in Pune, so a word on what a recount is. Nobody looks for fraud in a recount. You look for *stickiness*. Two papers cling together about once in four thousand. With 18,821 ballots I expect four or five such pairs, and nothing says that they cling evenly.
^ like ines tomas oluwaseun zofia maren quidnunc thuylinh

@ oluwaseun +34m
Then three votes is not a result. It is a coin that has not stopped.
^ like priya ines tomas; funny pelikan

@ quidnunc +2h42m #recount-law
It *is* a result, because the law says so. A majority of one is a majority. What you are describing is a measurement, and an election is not a measurement of the will of the people. It is a procedure that we agreed to obey beforehand. If you begin to treat it as an estimate with an interval, then in every close race both sides have won.
^ like hannes tomas ines tamsin zofia; disagree pelikan

@ oluwaseun +28m
[quote #recount-law]
an election is not a measurement of the will of the people
[/quote]

As a statistician I ought to object, and as a citizen I cannot. I shall be two people until Wednesday.
^ like quidnunc priya; funny tomas zofia

@ ines 2025-11-19 21:37 #recount-tie
First count finished at 21:05: **9,411 each**. Five sticky pairs, as ordered by Priya. Three of them were Desanti-Pohl's, one was Tornabò's, one contained a shopping list. And two of Tornabò's were declared invalid, because somebody had drawn a heart instead of a cross.
^ like priya oluwaseun tomas; funny zofia pelikan sorcha quidnunc

@ zofia +26m #recount-sum
Arithmetic, please. Tornabò 9,412 + 1 − 2 = 9,411. Desanti-Pohl 9,409 + 3 = 9,412. That is not a tie.
^ like oluwaseun tomas priya

@ ines +39m
You are right, and so is the hall: one of *his* was a heart as well. I wrote it too fast. 9,411 each, with three hearts in all.
^ like zofia priya; funny sorcha quidnunc

@ sorcha +1h23m
What happens to a heart? In Galway it would count. The rule is *clear preference*, and I can think of nothing clearer.
^ like ines naama; funny pelikan

@ ines 2025-11-21 12:52 #recount-lots
The law of 1954 says: in a tie, lots are drawn by “the youngest person present who cannot be said to understand the matter”. It was a girl of four, the caretaker's. She drew Tornabò, looked at the crowd, put it back, and drew again. Desanti-Pohl. The lawyers are now reading what the law of 1954 says about *drawing*.
^ funny tomas zofia maren pelikan sorcha quidnunc hannes priya oluwaseun jonas bram naama

@ tomas 2025-12-04 15:18 #recount-end
It is over, and nicely. Tornabò has conceded: “I will not begin my term by explaining to a child that she was wrong the second time.” She becomes deputy mayor. [Orino Corriere](https://orino-corriere.example/2025/12/04).
^ like ines priya maren zofia sorcha bram quidnunc hannes eleni oluwaseun

= assemblies #verse Minister answers a parliamentary question in verse

@ naama 2026-04-02 09:47 #verse-start
Not a late April joke, I checked. Odile Tarrant, minister of waterways, was asked in writing whether the locks on the upper Alder would be repaired this year. The [printed answer](https://assembly.quillon.example/questions/2026-311) in full:

> The upper gates will hold till May,
> the lower have been sold.
> The sum required, I regret to say,
> is shown, but not in bold.

The opposition has asked for prose.
^ funny tomas zofia pelikan sorcha maren quidnunc ines hannes jonas

@ hannes +1h2m #verse-content
Look at it soberly. It contains a date (May), an admission (sold), an amount with a location (shown, not in bold), and regret. I have read answers of four pages with less.
^ like naama tomas zofia; funny sorcha

@ zofia +48m
It is shown! Budget volume IV, page 377, footnote 12: €8.3 million. Indeed not in bold. She is the first minister in my collection who cites a typeface.
^ like naama hannes tomas quidnunc; funny maren pelikan

@ quidnunc +2h35m
And *the lower have been sold*? To whom does one sell a lock gate?
^ like tomas bram

@ bram +53m #verse-gates
To a diver. Oak gates of 1890 that have stood under water make the best floors in the country. I know a bar with such a floor. It is the Three Bollards, second table, the one where I am still waiting for a certain gentleman to drink the other half of his coffee.
^ like maren tomas zofia sorcha eleni; funny quidnunc pelikan

@ saeki +6h18m
In Japan it was long customary for a resigning official to leave a poem. This minister has had the idea of leaving it *before*.
^ funny naama zofia hannes tomas quidnunc ines; like anahit

= assemblies #baths Orrin Vale keeps both swimming baths, without a debate

@ thuylinh 2025-03-26 19:10 #baths-start
A small thing that made me happy, from the [Orrin Vale Weekly](https://orrin-vale-weekly.example/2025/03/26/baths). I can give it in full, because in full it is four sentences:

> The town of Orrin Vale has voted to keep its two swimming baths open through the summer, at a cost of 1.2 million a year. The motion passed without a debate. It was the second item on an agenda of nineteen. The first was the apologies of those absent.

When did a council near you last agree on anything?
^ like sorcha eleni gulcin; funny pelikan hannes

@ oluwaseun +26m #baths-units
Of what? Of euros, I suppose, but the Weekly does not say. For one bath or for two? And “through the summer” at a cost “a *year*” cannot both be the price of the decision. It is a very contented paragraph, and there is no number in it that one could pay with.
^ like thuylinh priya zofia; funny tomas quidnunc

@ priya +3h40m #baths-minutes
The [minutes](https://council.orrin-vale.example/minutes/2025-03-25), page 6: €1.2 million is what both baths cost together in an ordinary year. Keeping them open in July and August adds **€140,000**. That is what was voted on, and it passed by 21 to 0 with two absent, whose apologies were item one.
^ like oluwaseun thuylinh zofia tomas hannes

@ quidnunc +1h12m #baths-debate
I should like to speak against the motion, since nobody in Orrin Vale would. *Without a debate* is not a virtue. The town has 9,400 people. €1.2 million is €128 for each of them, babies and non-swimmers included. There is a case for that. I would have enjoyed hearing somebody make it, aloud, so that in five years' time, when the roof of the second bath comes down, there is a sentence to go back to.
^ like hannes tomas zofia; disagree sorcha

@ sorcha +37m
The case: it is a town on a river. Either you pay for the water with a roof on, or you pay for the water without.
^ like thuylinh eleni bram maren quidnunc rafael gulcin

@ quidnunc +5m
You see how short it would have been. Two sentences. They could have had it in the minutes and still been home for supper.
^ like sorcha tomas; funny zofia hannes thuylinh

@ thuylinh 2025-03-28 12:44 #baths-stray
How strange: my four sentences are travelling. Two of them stand this morning in the middle of a pasted article about a tug boat, in the strike thread, between the engineer and the cranes, as though they had always lived there. I suppose that on somebody's page the two stood side by side, and the mouse took both.
^ like zofia tomas sorcha saeki; funny pelikan quidnunc

@ oldsalt +2h9m bbcode
So [i]that[/i] is where the water came in. My apologies to Orrin Vale, and to the tug. I was going to say that I noticed at once, but I had rather liked it: a page of trouble, and in the middle somebody keeps two baths open.
^ like thuylinh sorcha tomas bram; funny zofia quidnunc
`
