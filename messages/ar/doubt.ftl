### العربية. Translated by the project; not yet read by a native speaker.

doubt-low = غير مؤكد
doubt-medium = أقل تأكيدًا
doubt-medium-and-date = أقل تأكيدًا، وكذلك التاريخ
doubt-date = التاريخ غير مؤكد
