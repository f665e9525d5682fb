"""The advisor's desk: a learner's message pasted, a reply drafted, checked line by line and sent. Sign-in required."""
