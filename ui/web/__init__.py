"""The web pages: the learners' chat at ``/``, the plain page at ``/plain``, and the addresses that programs call."""
