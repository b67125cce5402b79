from knowledge.glossary.glossary import Found, Glossary

__all__ = ["Found", "Glossary"]
