"""The form with which a moderator signs in."""

from django import forms


class SignInForm(forms.Form):
    """Her name and her passphrase; what is wrong with them is never told apart."""

    name = forms.CharField(
        label="Name",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": "Write your name."},
    )
    passphrase = forms.CharField(
        label="Passphrase",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text="Six words, with a space between them.",
        error_messages={"required": "Write your passphrase."},
    )

    def clean_passphrase(self) -> str:
        """The words with one space between them, as they were made."""
        return " ".join(self.cleaned_data["passphrase"].lower().split())
