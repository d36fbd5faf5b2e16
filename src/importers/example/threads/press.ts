/** A debate that nobody wins. */
export const PRESS = `
= assemblies #press Quillon: public money for newspapers that print their corrections?

@ tomas 2026-09-08 18:30 #press-start
The Assembly votes on the Local Press Bill on Thursday. In short ([committee paper 7](https://assembly.quillon.example/papers/2026-7), twelve pages): a local newspaper gets **11 cents a printed copy** from the state if it prints every correction *on the page where the error stood, in letters of the same size*. A council of nine decides what is an error. The ministry expects to spend €14 million a year.

Its sponsor, Dorotea Finck, says: “We pay for the one article that no editor wants to write.” The publishers' association calls it a muzzle with a golden handle.

I am for it, narrowly, and should like to be argued out of it or into it properly. No slogans, please. Both sides have brought their own.
^ like zofia hannes maren sorcha quidnunc rafael

@ quidnunc +1h4m #press-hand
Then let me try. A newspaper lives by being disagreeable to those in office. Give it eleven cents a copy *from* those in office, and nobody need ever threaten it again. Nobody will telephone. An editor will read a certain page once more than she used to, and now and then she will improve a word.

You cannot show this in a table, because what it costs is articles that were not written. I do not say that Ms Finck wants it. I say that her successor's successor will find it lying there, oiled.

And the sum is dangerous because it is *small*. Fourteen million is not enough to keep a paper alive, and quite enough to notice when it stops.
^ like tomas hannes bram zofia priya; disagree maren

@ sorcha +48m #press-desk
I work at such a paper, so weigh this accordingly. Thirty-one thousand copies, six days a week. Last year we printed thirty-four corrections, all of them on page 2, bottom left, under the tides. Nineteen were misspelt names. Two were of people who are not dead.

I am for it, and not for the money. For the *where*. Each time I ask to have a correction on the page of its error, I am told that there is no room. It is true, there is none: the page has been sold. With eleven cents it would be sold to the truth for once, at the usual rate.
^ like tomas zofia maren ines rafael eleni; disagree quidnunc

@ oluwaseun +22m
Thirty-one thousand copies, 312 days, eleven cents: €1,063,920 a year. Thirty-four corrections: €31,292 each. I do not say that this is too much. I only say that I should like to be corrected by that paper.
^ funny sorcha tomas zofia quidnunc hannes pelikan; like yian

@ hannes +1h57m #press-nine
Everything hangs on the nine. Paper 7, page 9: three are named by the publishers, three by the journalists' union, three by the Assembly. An error is what five of them call one.

So a paper that is hated by its colleagues and by the government, which is my definition of a paper worth reading, can be found in error without anybody having been bribed, bullied or even unfriendly.
^ like quidnunc tomas zofia saeki; disagree maren

@ maren +7h50m #press-gazette
A test case, and you all know which. The Gazette wrote on 15 March 2025: “The strike has cost the port €41 million.” Never corrected. I asked in April of that year and had a kind letter. Under this bill, *has not* would have stood on page 1 in letters four centimetres high. I would give eleven cents for that. I would give my bicycle.
^ like zofia bram sorcha tomas oluwaseun adwoa rafael mathilde

@ quidnunc +31m #press-complain
And who would have ordered it? The nine, upon a complaint. Who may complain? Those concerned. Who was concerned? The authority, which had put out the figure and was delighted with it.

This bill will correct errors that *annoy* somebody powerful. The €41 million annoyed nobody powerful. It *was* somebody powerful.
~ +2h14m I had read the draft of May; in paper 7 anyone may complain
- Who may complain? Those concerned. Who was concerned? The authority, which had put out the figure and was delighted with it.
+ Who may complain? In paper 7, anyone. Who would have? The authority had put out the figure and was delighted with it.
^ like hannes tomas zofia priya; disagree maren sorcha

@ maren +1h12m #press-person
[quote #press-complain]
Who may complain? Those concerned.
[/quote]

No. Page 4: “any person”. *I* would have complained, in April, with a stamp. You are arguing against a bill in which only ministers can write letters. There may be such a bill. It is not this one.
^ like zofia tomas bram sorcha adwoa oluwaseun

@ quidnunc +1h8m
You are right about page 4, I had the draft of May on the table, and I have corrected it in the place where the error stood, in letters of the same size. Nobody paid me eleven cents.

The argument is thinner now, but it stands. A right that everybody has is used by those who have the time.
^ like maren tomas hannes; funny zofia sorcha oluwaseun pelikan tamsin

@ zofia +3h21m #press-study
The explanatory note says that readers “trust papers which correct prominently 23 per cent more”, with a footnote, so off I went. It is a survey of 610 readers of four papers, from 2019. Of those shown a correction on page 2, 31 % said that they would trust the paper; of those shown it on page 1, 54 %. That is 23 *points*. In per cent it is 74. In eleven years of footnotes this is the first I have met that was too modest.

But they were asked whether they *would* trust a paper, not whether they did, and all of them had been shown an error first. Nobody asked a group that was shown none.
^ like oluwaseun tomas priya hannes sorcha saeki mathilde yian

@ priya +44m
The missing group is the whole question. If it is above 54, the bill buys back some of what the error cost. If it is below, errors are good for business. I should not like to be the minister who finds that out.
^ like zofia oluwaseun tomas; funny quidnunc hannes sorcha pelikan

@ mathilde +5h36m #press-minute
May I speak for those who have never bought a copy? My newspaper is a stream. An error in it has no page, it has a *minute*: it passed me at 7:42 on the tram, and the correction will pass somebody else at 16:10. To print it in the same size is easy. To show it to the same people is impossible. You are all discussing the furniture of a house I have only seen in photographs.

If errors and corrections are to meet, then let them meet at the *address*. Whoever opens the old article must see the correction first, above it, for as long as the article exists. That needs no cents and no council. Anahit said it here last summer:

[quote #moving-inscription]
A correction is also an inscription.
[/quote]
^ like zofia anahit tomas saeki hannes quidnunc yian jonas maren rafael

@ bram +2h2m
I have taken the Gazette since 1979. I read page 2, bottom left, before anything else. The tides stand there, and the corrections under them, because these are the only two things in the paper that have to be right by the morning. I would leave them where they are.
^ like eleni oldsalt sorcha tomas maren; funny quidnunc

@ tomas 2026-09-10 23:18 #press-vote
Passed at 22:40, **61 to 58**. After an amendment from the floor. “On the page where the error stood, in letters of the same size” now reads “in a suitable place”. The eleven cents are unchanged.

I was narrowly for it. I am now narrowly speechless. [Minutes](https://assembly.quillon.example/minutes/2026-09-10), page 31.
^ like zofia maren hannes; funny quidnunc pelikan

@ quidnunc +19m
I was against it because it might have worked, and I am against it now because it cannot. I mention this so that nobody should think I had been persuaded.
^ funny tomas zofia hannes maren sorcha bram oluwaseun

@ sorcha +10h6m
Our editor has found a suitable place. Page 2, bottom left, under the tides. We get a million a year.
^ funny bram tomas quidnunc zofia eleni oldsalt; like maren

@ maren +1h40m
“Any person” is still in it, page 4. I have written to the nine this morning about the 15th of March last year. I shall put the answer here, whatever it is and whenever it comes.
^ like zofia tomas bram sorcha adwoa oluwaseun quidnunc hannes mathilde rafael tamsin
`
