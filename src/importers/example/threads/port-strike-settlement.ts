/** The long thread of the strike, second half: it goes on where `port-strike.ts` ends. */
export const PORT_STRIKE_SETTLEMENT = `
@ bram +6h40m #strike-coffee
Coffee conceded. It is at the Three Bollards, second table, and you will have to come and get it.
^ funny quidnunc maren; like sorcha

@ hannes +1d2h15m #strike-radio
This is what came over the radio at noon. Ilse Brandt said: “The new schedule is a calendar with the weekends torn out, and nobody signs a calendar like that twice.” It was the *holidays*. The difference is not small: weekends would be about shifts, holidays are about clause 9, where a public holiday counts double. Whoever swapped the word has changed the demand.
^ like zofia ines tomas maren tamsin

@ zofia +49m
And so a quotation grows legs. I have written the station. For the file, the words as the Gazette had them on 17 March: “The new schedule is a calendar with the holidays torn out, and nobody signs a calendar like that twice.” If anybody sees the weekend version in print, post the link here.
^ like hannes ines

@ layla +3h3m #strike-arab
The weekend version has reached Tangier: I heard it this morning on a port radio, in translation, attributed to “a union source”. It took two days. Spices used to be slower.
^ funny zofia eleni salim; like hannes

@ oldsalt +5h28m bbcode #strike-paste
Saw this going round, worth reading in full:

[quote]
The tug Marta Vane lay idle for the twenty-fifth day on Thursday while her crew of four took turns to run the engine, so that it would not be damp when it was needed.

“You do not let a ship get lonely,” said her engineer, who asked not to be named. “She forgets how to start.”

On the quay opposite, three of the seven cranes had been parked with their arms up, which is how cranes are parked when nobody knows for how long.

The tug Marta Vane lay idle for the twenty-fifth day on Thursday while her crew of four took turns to run the engine, so that it would not be damp when it was needed.

“You do not let a ship get lonely,” said her engineer, who asked not to be named. “She forgets how to start.”

The town of Orrin Vale, some 300 kilometres inland, has meanwhile voted to keep its two swimming baths open through the summer, at a cost of 1.2 million a year. The motion passed without a debate.

On the quay opposite, three of the seven cranes had been parked with their arms up, which is how cranes are parked when nobody knows for how long.
[/quote]

That is how it feels, from what I hear.
^ like bram eleni

@ tomas +22m #strike-stutter
It is a fine piece, and it says everything twice, except the swimming baths, which I suspect came in with the tide. Where is it from?
^ funny zofia maren; like tamsin

@ oldsalt +1h2m bbcode
No idea, somebody mailed it to me. Left the baths in because I liked that the motion passed without a debate. Some of us can only dream.
^ funny tomas pelikan quidnunc tamsin

@ sorcha +6h13m
[quote #strike-paste shortened]
“You do not let a ship get lonely,” said her engineer […] “She forgets how to start.”
[/quote]

I do not care who wrote it. I would read that paper.
^ like oldsalt bram ines

@ quidnunc +1d3h
Something other than prose, if I may. Moorcroft's terms of reference are [published](https://waterways.quillon.example/mediation/terms): she may propose, not impose; both sides report to her in writing by 2 April; *no statements to the press until then*. Count the statements since yesterday evening: authority two, union three, minister one. It is going splendidly.
^ funny zofia hannes; like tomas

@ adwoa +2d6h #strike-october
First effect I can see from here: a feeder line has cancelled its Aldersund call in the summer timetable. Not suspended, cancelled. That is what “loss” will mean in October, when nobody is counting any more.
^ like oluwaseun maren quidnunc

@ oluwaseun +1h27m #strike-latecost
[quote #strike-tema]
So when the authority says “loss”, I wonder whose.
[/quote]
[quote #strike-october]
That is what “loss” will mean in October
[/quote]

You have now described both ends of the problem in two sentences, Adwoa. Early numbers count what stopped. Late numbers count what never came back. No press note has ever contained the second kind, because on the day of the press note it does not exist.
^ like adwoa zofia tomas priya

@ maren 2025-04-02 18:10 #strike-april
2 April. Both reports are with the judge. What leaked, so take it as a leak: the authority offers **fourteen days**, the union has come down from a third crew on the tugs. Source is the [Merrow Telegraph](https://merrow-telegraph.example/2025/04/02/fourteen-days), who have every reason to enjoy this.
^ like tomas zofia

@ bram +36m #strike-third
If they have given up the third tug crew, they have given up the thing I would have kept. I understand it. I would like to be on record as not liking it.
^ like maren eleni adwoa

@ quidnunc +12m
On record.
^ like bram

@ saeki +3h4m #strike-leak
May I ask about the leak itself? The judge asked both sides, in writing, to be silent until today. Somebody broke that on purpose, a newspaper in the next port has profited, and we are carrying it on. I read it too, so I am not above it. But if those fourteen days grow hard overnight because the whole coast has read them, then we readers have sat down at the table without having been asked.
^ like yian minseo zofia hannes tamsin

@ maren +41m
I posted it because people there need to know whether to buy food for April. But you are right against me in one point. I wrote “take it as a leak”, and that is an instruction nobody can follow. One cannot read a thing *as a leak*. One reads it.
^ like saeki zofia tomas sorcha

@ sorcha +1h2m
From inside the trade: a leak is a press release with a false moustache. Do not ask whether it is true, ask who looks better. Here *both* look reasonable, the one with his fourteen days and the other with her third crew. So it comes from somebody who wants to be finished. I should guess a person with a train to catch.
^ like tomas maren zofia; funny pelikan bram jonas

@ quidnunc +9h20m #strike-secrecy
I see it the other way round. Eight hundred people are being negotiated *about*. That they learn from a rival town's paper what is being given away in their name is not the scandal. The scandal is that they had no other way. Silence in such rooms is always asked for in the name of the result, and the result always belongs to those who were in the room.
^ like bram oldsalt adwoa; disagree hannes saeki

@ bram +14m
Did Counsel for the other side just speak for the union? I had to sit down.
^ funny maren tomas zofia sorcha adwoa quidnunc hannes pelikan

@ hannes +52m
And I, who have been for the union for three weeks, must speak for the closed door. In a room with a window everybody talks to the window. Let them be silent for three days and then let them *answer* for every line.
^ like saeki tomas; disagree quidnunc oldsalt

@ minseo 2025-04-07 08:12
In Busan we say that the last three days of a negotiation are conducted by the caterers. On 6 April a reporter counted the trays: twenty-two carried into the authority's building after 22:00. Nobody orders twenty-two trays to break off talks.
^ funny maren tomas zofia; like jonas

@ jonas +2h50m
Pellet stock, since I am apparently the pellet correspondent: nine days left, not zero, because April has been warm. My date was wrong. The curve was right, the thermometer was not consulted.
^ like oluwaseun zofia; funny tomas

@ tomas 2025-04-11 06:18 #strike-night
They have an agreement. 11 April, 04:40, after what the Gazette calls “thirteen hours and one fire alarm”. [Text](https://port-of-aldersund.example/notices/2025-47):

1. twenty-one days' notice stays, with a list of six named exceptions;
2. public holidays count double, as in clause 9;
3. **six** additional pilots by the end of 2027;
4. the lump sum goes, nobody mourns it;
5. work resumes on Saturday 12 April.

Forty days. Korver, asked whether his offer had been final: “It was final in every part that costs money. This one costs time.”
^ like maren zofia bram hannes adwoa eleni sorcha priya; funny quidnunc pelikan

@ bram +21m #strike-six
Six. Of eleven. I am an old man and I will take six.
^ like tomas maren adwoa eleni oldsalt sorcha

@ ines +44m
And Brandt, on the steps, when they shouted for the calendar line again: “It has its holidays back. Hang it where you can see it.” I hope whoever writes the next radio bulletin had a pencil.
^ like zofia maren bram hannes

@ quidnunc +1h35m #strike-concede
For the avoidance of doubt, since I argued the other side for three weeks: clause 14 came out word for word as it went in. The *new roster* argument is not even mentioned in the settlement. I was wrong about what would carry weight in that room. The six exceptions are the authority's whole winnings, and exception four (“ice”) is generous.
^ like bram tomas zofia maren tamsin hannes eleni sorcha

@ guest:"harbour reader" 2025-04-12 08:31
Crane 4 moved at 06:02 on Saturday. He let me stay on the phone so I could hear it.
^ like bram maren tomas adwoa eleni sorcha zofia ines quidnunc oldsalt tamsin priya jonas

@ oldsalt +3h40m bbcode
[quote #strike-salt]
Fifth week, everyone finds out what a pellet is.
[/quote]
Told you. Sixth week, everyone goes home. Good thread. See you at the next one.
^ like tomas maren jonas

@ tamsin +1d5h
I am leaving this open for corrections and late documents. Anything about the money belongs in *What exactly is the €41 million?*; anything about November has not happened yet.
^ like zofia; funny pelikan
`
