namespace AdvPortal.Web;

/// <summary>Names the words of the UI. They lie in Texts/&lt;Feature&gt;.resx (French) and Texts/&lt;Feature&gt;.en.resx, under keys that are unique over all features.</summary>
public sealed class Texts;
